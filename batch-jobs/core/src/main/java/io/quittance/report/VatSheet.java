package io.quittance.report;

import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import io.quittance.tax.VatEntry;
import java.math.BigDecimal;
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
            Column.of("Off", "Off", Kind.COUNT),
            Column.of("Boxes", "Boxes", Kind.CODE),
            Column.of("RateRow", "Rate row", Kind.CODE),
            Column.of("Entry", "Entry id", Kind.ID),
            Column.of("Invoice", "Invoice id", Kind.ID),
            Column.of("Journal", "Journal", Kind.ID));

    private static final int DECIMALS_OF_RATES = 6;

    private VatSheet() {}

    static Row row(VatRow vat, int row) {
        VatEntry entry = vat.entry();
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
                off(entry, row),
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

    /** 1 where tax that the payer owes itself is a minor unit or more off base x rate, however it is rounded (VAT check V6). */
    private static Formula off(VatEntry entry, int row) {
        int scale = entry.base().getCurrencyUnit().getDecimalPlaces();
        BigDecimal unit = BigDecimal.valueOf(1, scale);
        String owed = PLAN.cell("Output", row);
        String a1 =
                "IF(" + owed + "=0,0,IF(ROUND(ABS(" + owed + "-" + PLAN.cell("Base", row) + "*" + PLAN.cell("Rate", row)
                        + "/100)," + (scale + DECIMALS_OF_RATES) + ")<" + unit.toPlainString() + ",0,1))";
        BigDecimal exact = entry.base().getAmount().multiply(entry.rate()).movePointLeft(2);
        boolean off = !entry.outputTax().isZero()
                && entry.outputTax().getAmount().subtract(exact).abs().compareTo(unit) >= 0;
        return new Formula(a1, new Count(off ? 1 : 0));
    }

    private static Money expected(VatEntry entry) {
        return Money.of(
                entry.base().getCurrencyUnit(),
                entry.base().getAmount().multiply(entry.rate()).movePointLeft(2),
                RoundingMode.HALF_UP);
    }
}
