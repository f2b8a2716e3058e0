package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;

/**
 * Czech National Bank, JSON of its interface: koruny per {@code amount} units, valid for the day named and the days without
 * fixing after it.
 */
final class CzechNationalBank {

    static final String SOURCE = "CNB";

    private CzechNationalBank() {}

    static boolean reads(JsonSpot root) {
        JsonSpot rates = root.find("rates");
        return rates != null && rates.firstHas("validFor") && rates.firstHas("currencyCode");
    }

    static void read(JsonSpot root, RateCollector rates) {
        Board board = Board.of(SOURCE, "CZK", rates);
        root.at("rates")
                .elements()
                .forEach(one -> rates.attempt(() -> {
                    JsonSpot date = one.at("validFor");
                    JsonSpot value = one.at("rate");
                    board.homePerForeign(new Quotation(
                            one.at("currencyCode").text(),
                            one.at("amount").text(),
                            Figures.point(value.text(), value.place()),
                            Days.iso(date.text(), date.place()),
                            value.place()));
                }));
    }
}
