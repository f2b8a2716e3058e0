package io.quittance.report;

import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import java.math.RoundingMode;
import org.joda.money.Money;

/** One line per conversion, with the product as a live formula beside what was booked. */
final class FxSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "FX",
            "Every conversion: amount x rate as a formula beside what was booked, and where the rate comes from.",
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Purpose", "Purpose", Kind.CODE),
            Column.of("FromCurrency", "From", Kind.CODE),
            Column.of("From", "Amount", Kind.AMOUNT),
            Column.of("Rate", "Rate", Kind.RATE),
            Column.of("ToCurrency", "To", Kind.CODE),
            Column.of("Booked", "Booked", Kind.AMOUNT),
            Column.of("Product", "Amount x rate", Kind.AMOUNT),
            Column.of("Difference", "Difference", Kind.AMOUNT),
            Column.of("Off", "Off", Kind.COUNT),
            Column.of("RateDate", "Rate of", Kind.DATE),
            Column.of("Age", "Age in days", Kind.COUNT),
            new Column("Path", "Published rates used", Kind.PROSE, 50),
            Column.of("Invoice", "Invoice id", Kind.ID),
            Column.of("Journal", "Journal", Kind.ID));

    private FxSheet() {}

    static Row row(FxRow fx, int row) {
        Formula product = product(fx, row);
        Formula difference = Figure.cell(PLAN.cell("Booked", row), new Amount(fx.to()))
                .minus(Figure.cell(PLAN.cell("Product", row), product))
                .cleaned(fx.to().getCurrencyUnit().getDecimalPlaces())
                .in(fx.to().getCurrencyUnit());
        return Row.of(
                Cell.entity(fx.entity()),
                text(fx.purpose()),
                text(fx.from().getCurrencyUnit().getCode()),
                new Amount(fx.from()),
                new Decimal(fx.rate()),
                text(fx.to().getCurrencyUnit().getCode()),
                new Amount(fx.to()),
                product,
                difference,
                Formulas.isOff(PLAN.cell("Difference", row), difference),
                day(fx.rateDate()),
                new Count(fx.ageDays()),
                text(fx.path()),
                text(fx.invoice()),
                text(fx.journal()));
    }

    /** Half away from zero, once: what {@code ROUND} does and what the ledger does. */
    private static Formula product(FxRow fx, int row) {
        var to = fx.to().getCurrencyUnit();
        var exact = fx.from().getAmount().multiply(fx.rate());
        return new Formula(
                "ROUND(" + PLAN.cell("From", row) + "*" + PLAN.cell("Rate", row) + "," + to.getDecimalPlaces() + ")",
                new Amount(Money.of(to, exact, RoundingMode.HALF_UP)));
    }
}
