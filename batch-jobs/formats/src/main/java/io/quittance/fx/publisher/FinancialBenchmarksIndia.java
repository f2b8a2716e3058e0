package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.util.regex.Pattern;

/**
 * Financial Benchmarks India (the reference rate of the Reserve Bank of India), JSON: {@code INR / 100 JPY} is rupees per
 * 100 yen.
 */
final class FinancialBenchmarksIndia {

    static final String SOURCE = "FBIL";

    private static final Pattern NAME = Pattern.compile("INR / (\\d+) ([A-Z]{3})");

    private FinancialBenchmarksIndia() {}

    static boolean reads(JsonSpot root) {
        return root.firstHas("subProdName") && root.firstHas("processRunDate");
    }

    static void read(JsonSpot root, RateCollector rates) {
        Board board = Board.of(SOURCE, "INR", rates);
        root.elements()
                .forEach(one -> rates.attempt(() -> {
                    JsonSpot name = one.at("subProdName");
                    JsonSpot date = one.at("processRunDate");
                    JsonSpot value = one.at("rate");
                    var said = NAME.matcher(name.text());
                    if (!said.matches()) {
                        throw new TableError(
                                name.place(), "\"%s\" is not INR per so many units".formatted(name.text()));
                    }
                    board.homePerForeign(new Quotation(
                            said.group(2),
                            said.group(1),
                            Figures.point(value.text(), value.place()),
                            Days.ofTime(date.text(), date.place()),
                            value.place()));
                }));
    }
}
