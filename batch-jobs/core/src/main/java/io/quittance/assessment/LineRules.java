package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.money.Rounding;
import org.joda.money.Money;

/** Rules about single lines (EN 16931 BG-25). */
final class LineRules {

    private LineRules() {}

    /** Quantity BT-129 x price BT-146, rounded half up to the currency, is the line's net amount BT-131, to the cent. */
    static Findings net(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        return invoice.lines().stream()
                .filter(line -> !line.net().equals(computed(invoice, line)))
                .map(line -> {
                    Money expected = computed(invoice, line);
                    return Finding.of(
                            FindingCode.LINE_NET_MISMATCH,
                            place(invoice, line, "net_amount"),
                            figure(line.net()),
                            figure(expected),
                            "line " + line.number() + ": "
                                    + Arithmetic.stated(
                                            figure(line.quantity()) + " x " + figure(line.unitPrice()),
                                            expected,
                                            line.net()));
                })
                .collect(Findings.gathered());
    }

    /** A price is never negative (BR-27): less is said by the quantity. */
    static Findings prices(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        return invoice.lines().stream()
                .filter(line -> line.unitPrice().signum() < 0)
                .map(line -> Finding.of(
                        FindingCode.SIGN_WRONG,
                        place(invoice, line, "unit_price"),
                        figure(line.unitPrice()),
                        "0 or more",
                        "line " + line.number() + ": the price " + figure(line.unitPrice())
                                + " is negative (EN 16931 BR-27); a discount has a negative quantity"))
                .collect(Findings.gathered());
    }

    private static Money computed(Invoice invoice, InvoiceLine line) {
        return Rounding.HALF_UP.product(invoice.currency(), line.quantity(), line.unitPrice());
    }

    private static Place place(Invoice invoice, InvoiceLine line, String field) {
        return new Place(invoice.source().file(), line.line(), field);
    }
}
