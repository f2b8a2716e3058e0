package io.quittance.invoice.ubl;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document (BG-25), and its allowances and charges as lines of their own.
 *
 * <p>The invoice in normal form knows neither allowances (BG-20, BG-27) nor charges (BG-21, BG-28) nor a base quantity (BT-149).
 * So that quantity x price is the net amount of each line and the lines add up to BT-109, an allowance becomes a line of quantity
 * -1, a charge one of quantity 1, and a price for 100 or 1,000 pieces is moved to one piece. A price for any other number of pieces
 * has no finite decimals in general: that line is checked here and stands as 1 x its net amount.
 */
final class UblLines {

    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    private final TermReader ubl;
    private final FieldReader fields;
    private final InvoiceElement root;
    private final boolean credit;

    UblLines(TermReader ubl, FieldReader fields, InvoiceElement root) {
        this.ubl = ubl;
        this.fields = fields;
        this.root = root;
        this.credit = root.name().equals("CreditNote");
    }

    List<InvoiceLine> read() {
        var lines = new ArrayList<InvoiceLine>();
        Money sum = Money.zero(fields.currency());
        for (InvoiceElement line : root.all(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine")) {
            sum = sum.plus(readLine(line, lines));
        }
        if (lines.isEmpty()) {
            fields.missing(ubl.place(root, "BG-25"), "");
        }
        checkSum(sum, "cbc:LineExtensionAmount", "BT-106");
        Adjustments document = adjustments(root, "", null, lines);
        checkSum(document.allowances(), "cbc:AllowanceTotalAmount", "BT-107");
        checkSum(document.charges(), "cbc:ChargeTotalAmount", "BT-108");
        return lines;
    }

    /** EN 16931 BR-CO-10, BR-CO-11, BR-CO-12. */
    private void checkSum(Money sum, String path, String term) {
        InvoiceElement totals = root.first("cac:LegalMonetaryTotal");
        Money stated = totals == null ? null : ubl.moneyIfAny(totals, path, term);
        if (totals != null && stated != null && !stated.equals(sum) && !fields.refused()) {
            String message = term + " is " + stated + ", but what it sums up comes to " + sum;
            fields.add(Finding.of(
                    FindingCode.NET_TOTAL_MISMATCH,
                    ubl.place(totals, term),
                    stated.toString(),
                    sum.toString(),
                    message));
        }
    }

    /** Adds the line and its adjustments; returns BT-131. */
    private Money readLine(InvoiceElement line, List<InvoiceLine> lines) {
        String number = ubl.reference(line, "cbc:ID", "BT-126");
        Money net = ubl.money(line, "cbc:LineExtensionAmount", "BT-131");
        VatCategory category = ubl.category(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:ID", "BT-151");
        BigDecimal rate = ubl.rate(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent", "BT-152", category);
        int at = lines.size();
        Adjustments own = adjustments(line, number + "/", new Vat(category, rate), lines);
        Money gross = net.plus(own.allowances()).minus(own.charges());
        Priced priced = priced(line, gross);
        String description = ubl.prose(line, "cac:Item/cbc:Name", "BT-153");
        lines.add(
                at,
                new InvoiceLine(
                        number,
                        line.line(),
                        description,
                        priced.quantity(),
                        priced.unitPrice(),
                        gross,
                        category,
                        rate,
                        null));
        return net;
    }

    private Priced priced(InvoiceElement line, Money gross) {
        BigDecimal quantity = ubl.decimal(line, credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", "BT-129");
        BigDecimal price = ubl.decimal(line, "cac:Price/cbc:PriceAmount", "BT-146");
        BigDecimal base = ubl.decimalIfAny(line, "cac:Price/cbc:BaseQuantity", "BT-149");
        if (base == null || base.compareTo(BigDecimal.ONE) == 0) {
            return new Priced(quantity, price);
        }
        BigDecimal plain = base.stripTrailingZeros();
        if (plain.unscaledValue().equals(BigDecimal.ONE.unscaledValue())) {
            return new Priced(quantity, price.scaleByPowerOfTen(plain.scale()));
        }
        checkBase(line, gross, quantity.multiply(price), base);
        return new Priced(BigDecimal.ONE, gross.getAmount());
    }

    /** Without dividing: |quantity x price - net x base| may be half a minor unit x base. */
    private void checkBase(InvoiceElement line, Money gross, BigDecimal product, BigDecimal base) {
        BigDecimal halfMinorUnit = new BigDecimal("0.5").scaleByPowerOfTen(-gross.getScale());
        BigDecimal difference =
                product.subtract(gross.getAmount().multiply(base)).abs();
        if (base.signum() <= 0 || difference.compareTo(base.multiply(halfMinorUnit)) > 0) {
            String message = "quantity x price is " + product.toPlainString() + " for a base quantity of "
                    + base.toPlainString() + ", but the net amount is " + gross;
            fields.add(Finding.of(
                    FindingCode.LINE_NET_MISMATCH, ubl.place(line, "BT-131"), gross.toString(), null, message));
        }
    }

    /**
     * Adds a line for each allowance and charge of an element; returns their sums.
     *
     * @param vat of the line they belong to; null for those of the document, which state their own (BT-95, BT-102)
     */
    private Adjustments adjustments(InvoiceElement owner, String prefix, @Nullable Vat vat, List<InvoiceLine> lines) {
        Money none = Money.zero(fields.currency());
        var sums = new Adjustments(none, none);
        int count = 0;
        for (InvoiceElement adjustment : owner.all("cac:AllowanceCharge")) {
            boolean charge = isCharge(adjustment);
            Money amount = ubl.money(adjustment, "cbc:Amount", charge ? "BT-99" : "BT-92");
            String number = prefix + (charge ? "charge-" : "allowance-") + ++count;
            lines.add(adjustmentLine(adjustment, number, charge, amount, vat == null ? vatOf(adjustment) : vat));
            sums = sums.and(charge, amount);
        }
        return sums;
    }

    private static InvoiceLine adjustmentLine(
            InvoiceElement adjustment, String number, boolean charge, Money amount, Vat vat) {
        String reason = adjustment.firstText("cbc:AllowanceChargeReason");
        String description =
                (charge ? "charge" : "allowance") + (reason == null ? "" : ": " + FieldReader.shown(reason));
        Money net = charge ? amount : amount.negated();
        BigDecimal quantity = charge ? BigDecimal.ONE : MINUS_ONE;
        return new InvoiceLine(
                number,
                adjustment.line(),
                description,
                quantity,
                amount.getAmount(),
                net,
                vat.category(),
                vat.rate(),
                null);
    }

    private boolean isCharge(InvoiceElement adjustment) {
        InvoiceElement indicator = ubl.only(adjustment, "cbc:ChargeIndicator", "ChargeIndicator");
        String read = indicator == null ? "" : indicator.text();
        return switch (read) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> fields.unknown(ubl.place(adjustment, "ChargeIndicator"), read, "true or false", false);
        };
    }

    private Vat vatOf(InvoiceElement adjustment) {
        VatCategory category = ubl.category(adjustment, "cac:TaxCategory/cbc:ID", "BT-95");
        return new Vat(category, ubl.rate(adjustment, "cac:TaxCategory/cbc:Percent", "BT-96", category));
    }

    private record Vat(VatCategory category, @Nullable BigDecimal rate) {}

    private record Priced(BigDecimal quantity, BigDecimal unitPrice) {}

    /** Sums of the allowances and of the charges of a line or a document, both as stated. */
    private record Adjustments(Money allowances, Money charges) {
        Adjustments and(boolean charge, Money amount) {
            return charge
                    ? new Adjustments(allowances, charges.plus(amount))
                    : new Adjustments(allowances.plus(amount), charges);
        }
    }
}
