package io.quittance.bookkeeping;

import io.quittance.assessment.Accepted;
import io.quittance.finding.Findings;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Purpose;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.money.Rounding;
import io.quittance.party.Address;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.Kind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Validity;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An accepted document in the making, reduced to what is booked.
 *
 * @param rate functional currency for one unit of the document's
 * @param input in functional currency, positive in a credit note, too; so is {@code output}
 */
record Documents(
        DocumentKind kind,
        String number,
        Money gross,
        Money prepaid,
        Money rounding,
        BigDecimal rate,
        Money input,
        Money output) {

    static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private static final Address NOWHERE = new Address(null, null, null, "Town", null, "NL");
    private static final Validity ALWAYS = new Validity(LocalDate.EPOCH, null);

    static Documents invoice(String number, Money gross, BigDecimal rate, CurrencyUnit functional) {
        Money none = Money.zero(gross.getCurrencyUnit());
        Money noTax = Money.zero(functional);
        return new Documents(DocumentKind.INVOICE, number, gross, none, none, rate, noTax, noTax);
    }

    Accepted accepted() {
        Money due = gross.minus(prepaid).plus(rounding);
        Money none = Money.zero(gross.getCurrencyUnit());
        var invoice = new Invoice(
                Uuid5.of("test:" + number),
                new InvoiceSource("0".repeat(64), "a.csv", 1, 2),
                kind,
                number,
                DAY,
                null,
                null,
                "NL-BV",
                "C-1",
                "Muster",
                null,
                null,
                null,
                gross.getCurrencyUnit(),
                List.of(),
                List.of(),
                new InvoiceTotals(gross, none, gross, prepaid, rounding, due),
                null,
                null,
                null);
        return new Accepted(
                invoice, entity(), contractor(), null, decision(), booked(), List.of(vatEntry(invoice)), DAY);
    }

    private Converted booked() {
        Money to = Rounding.HALF_UP.amount(
                input.getCurrencyUnit(), gross.getAmount().multiply(rate));
        return new Converted(Purpose.BOOKING, gross, to, rate, DAY, List.of());
    }

    private Entity entity() {
        return new Entity(
                "NL-BV", "Example BV", NOWHERE, input.getCurrencyUnit(), "NL", null, null, 100, List.of(), ALWAYS);
    }

    private static Contractor contractor() {
        return new Contractor(
                "C-1", "Muster", Kind.COMPANY, NOWHERE, "NL", null, VatStanding.REGISTERED, null, null, ALWAYS);
    }

    private static TaxDecision decision() {
        return new TaxDecision(Treatment.DOMESTIC_TAXABLE, "NL", DAY, List.of(), List.of(), Findings.NONE);
    }

    private VatEntry vatEntry(Invoice invoice) {
        Money none = Money.zero(input.getCurrencyUnit());
        return new VatEntry(
                Uuid5.of("vat:" + number),
                invoice.id(),
                Uuid5.of("journal:" + number),
                1,
                "NL-BV",
                "NL",
                Treatment.DOMESTIC_TAXABLE,
                DAY,
                DAY.withDayOfMonth(1),
                new BigDecimal("21"),
                "NL-S",
                "TR-020",
                none,
                output.multipliedBy(kind.sign()),
                input.multipliedBy(kind.sign()),
                none);
    }
}
