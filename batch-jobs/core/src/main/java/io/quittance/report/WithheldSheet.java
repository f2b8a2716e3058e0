package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Column.Kind;

/** One line per document and rule of withholding; a book without any has no such sheet. */
final class WithheldSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "Withheld",
            "Tax kept back from payees, or reported of them: from which document, by which rule, and what is owed.",
            Column.of("Payment", "Payment", Kind.CODE),
            Column.of("Status", "Status", Kind.CODE),
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Contractor", "Contractor", Kind.CODE),
            Column.of("Number", "Number", Kind.CODE),
            Column.of("Family", "Family", Kind.CODE),
            Column.of("Name", "Tax", Kind.TEXT),
            Column.of("Rule", "Rule", Kind.CODE),
            Column.of("Rate", "Rate", Kind.RATE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Kept", "Kept back", Kind.AMOUNT),
            Column.of("TaxCurrency", "Tax currency", Kind.CODE),
            Column.of("Base", "Base", Kind.AMOUNT),
            Column.of("Tax", "Tax owed", Kind.AMOUNT),
            Column.of("BorneBy", "Borne by", Kind.CODE),
            Column.of("Certificate", "Certificate", Kind.CODE),
            Column.of("ReturnCode", "Return", Kind.CODE),
            Column.of("Certified", "Certificate given", Kind.CODE),
            Column.of("Below", "Not kept back", Kind.TEXT),
            Column.of("Invoice", "Invoice id", Kind.ID));

    private WithheldSheet() {}

    static Row row(WithheldRow withheld) {
        return Row.of(
                text(withheld.payment()),
                text(withheld.status().name()),
                Cell.entity(withheld.entity()),
                text(withheld.contractor()),
                text(withheld.number()),
                text(withheld.family()),
                text(withheld.name()),
                text(withheld.rule()),
                new Decimal(withheld.rate()),
                text(withheld.kept().getCurrencyUnit().getCode()),
                new Amount(withheld.kept()),
                text(withheld.tax().getCurrencyUnit().getCode()),
                new Amount(withheld.base()),
                new Amount(withheld.tax()),
                text(withheld.borneBy()),
                text(withheld.certificate()),
                text(withheld.returnCode()),
                text(withheld.certified()),
                text(withheld.below()),
                text(withheld.invoice()));
    }
}
