package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.util.Map;

/**
 * South African Reserve Bank, JSON of its web indicators: rand per US dollar, pound and euro, weighted average of the
 * morning. The other series are the other way round and their names are not sourced; they are left out with a word.
 */
final class SouthAfricanReserveBank {

    static final String SOURCE = "SARB";

    private static final Map<String, String> SERIES =
            Map.of("Rand per US Dollar", "USD", "Rand per British Pound", "GBP", "Rand per Euro", "EUR");

    private SouthAfricanReserveBank() {}

    static boolean reads(JsonSpot root) {
        return root.firstHas("Timeseries") && root.firstHas("Period");
    }

    static void read(JsonSpot root, RateCollector rates) {
        Board board = Board.of(SOURCE, "ZAR", rates);
        root.elements()
                .forEach(one -> rates.attempt(() -> {
                    JsonSpot value = one.at("Value");
                    JsonSpot date = one.at("Period");
                    String series = one.at("Timeseries").text();
                    if (!value.isNull()) {
                        board.homePerForeign(Quotation.ofOne(
                                SERIES.getOrDefault(series, series),
                                Figures.point(value.text(), value.place()),
                                Days.ofTime(date.text(), date.place()),
                                value.place()));
                    }
                }));
    }
}
