package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.math.BigDecimal;

/**
 * National Bank of Ukraine, JSON: hryvnia per {@code units}, for the day {@code exchangedate}, which is later than the day
 * it was calculated on. Says the rate for one unit, too; both must agree.
 */
final class NationalBankOfUkraine {

    static final String SOURCE = "NBU";

    private NationalBankOfUkraine() {}

    static boolean reads(JsonSpot root) {
        return root.firstHas("exchangedate") && root.firstHas("units") && root.firstHas("cc");
    }

    static void read(JsonSpot root, RateCollector rates) {
        Board board = Board.of(SOURCE, "UAH", rates);
        root.elements()
                .forEach(one -> rates.attempt(() -> {
                    JsonSpot value = one.at("rate");
                    JsonSpot date = one.at("exchangedate");
                    JsonSpot units = one.at("units");
                    BigDecimal figure = Figures.point(value.text(), value.place());
                    Figures.same(
                            figure.movePointLeft(Board.zeros(units.text(), units.place())),
                            Figures.point(one.at("rate_per_unit").text(), value.place()),
                            "the rate of one unit",
                            value.place());
                    board.homePerForeign(new Quotation(
                            one.at("cc").text(),
                            units.text(),
                            figure,
                            Days.dotted(date.text(), date.place()),
                            value.place()));
                }));
    }
}
