package io.quittance.report;

import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import io.quittance.tax.VatEntry;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One line per entry of the VAT ledger, in the currency of the return. */
final class VatSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "VAT",
            "Every VAT entry in the currency of its return: base, tax owed and deducted, and the boxes it goes into.",
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Jurisdiction", "VAT territory", Kind.CODE),
            Column.of("Period", "Period from", Kind.DATE),
            Column.of("TaxPoint", "Tax point", Kind.DATE),
            Column.of("Treatment", "Treatment", Kind.CODE),
            Column.of("Rate", "Rate %", Kind.RATE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Base", "Base", Kind.AMOUNT),
            Column.of("Output", "Output tax owed", Kind.AMOUNT),
            Column.of("Input", "Input tax deducted", Kind.AMOUNT),
            Column.of("NonRecoverable", "Not recoverable", Kind.AMOUNT),
            Column.of("Residue", "Tax less base x rate", Kind.AMOUNT),
            Column.of("Again", "Self-assessed again", Kind.AMOUNT),
            Column.of("Off", "Off", Kind.COUNT),
            Column.of("Boxes", "Boxes", Kind.CODE),
            Column.of("RateRow", "Rate row", Kind.CODE),
            Column.of("Entry", "Entry id", Kind.ID),
            Column.of("Invoice", "Invoice id", Kind.ID),
            Column.of("Journal", "Journal", Kind.ID));

    private VatSheet() {}

    static Row row(VatRow vat, int row) {
        VatEntry entry = vat.entry();
        Formula again = again(entry, row);
        return Row.of(
                Cell.entity(entry.entity()),
                text(entry.jurisdiction()),
                day(entry.period()),
                day(entry.taxPoint()),
                text(entry.treatment().name()),
                new Decimal(entry.rate()),
                text(entry.base().getCurrencyUnit().getCode()),
                new Amount(entry.base()),
                new Amount(entry.outputTax()),
                new Amount(entry.inputTax()),
                new Amount(entry.nonRecoverable()),
                residue(entry, row),
                again,
                off(entry, again, row),
                text(vat.boxes()),
                text(entry.rateRow()),
                text(entry.id().toString()),
                text(entry.invoice().toString()),
                text(entry.journal().toString()));
    }

    /** What rounding per document and conversion leave: tax on the purchase less base x rate (VAT check V1). */
    private static Formula residue(VatEntry entry, int row) {
        CurrencyUnit currency = entry.base().getCurrencyUnit();
        int scale = currency.getDecimalPlaces();
        String a1 = "ROUND(" + PLAN.cell("Input", row) + "+" + PLAN.cell("NonRecoverable", row) + "-ROUND("
                + PLAN.cell("Base", row) + "*" + PLAN.cell("Rate", row) + "/100," + scale + ")," + scale + ")";
        return new Formula(
                a1, new Amount(entry.inputTax().plus(entry.nonRecoverable()).minus(expected(entry))));
    }

    /** Tax that the payer owes itself is base x rate to the minor unit, and all of it is deducted or a cost (VAT check V6). */
    private static Formula again(VatEntry entry, int row) {
        CurrencyUnit currency = entry.base().getCurrencyUnit();
        boolean owed = !entry.outputTax().isZero();
        String a1 = "IF(" + PLAN.cell("Output", row) + "=0,0,ROUND(" + PLAN.cell("Base", row) + "*"
                + PLAN.cell("Rate", row) + "/100," + currency.getDecimalPlaces() + "))";
        return new Formula(a1, new Amount(owed ? expected(entry) : Money.zero(currency)));
    }

    private static Formula off(VatEntry entry, Formula again, int row) {
        CurrencyUnit currency = entry.base().getCurrencyUnit();
        Figure owed = Figure.cell(PLAN.cell("Output", row), new Amount(entry.outputTax()));
        Formula difference = owed.minus(Figure.cell(PLAN.cell("Again", row), again))
                .cleaned(currency.getDecimalPlaces())
                .in(currency);
        return Formulas.isOff(difference.expression(), difference);
    }

    private static Money expected(VatEntry entry) {
        return Money.of(
                entry.base().getCurrencyUnit(),
                entry.base().getAmount().multiply(entry.rate()).movePointLeft(2),
                RoundingMode.HALF_UP);
    }
}
