package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.util.Map;

/**
 * Banco de México, SIE JSON: pesos per unit, {@code DD/MM/YYYY}. The dollar is the FIX by its day of determination; the
 * official journal prints it on the next banking day. {@code N/E} is a day without a figure.
 */
final class BankOfMexico {

    static final String SOURCE = "BANXICO";

    private static final String NONE = "N/E";

    private static final Map<String, String> SERIES = Map.of(
            "SF43718",
            "USD",
            "SF46406",
            "JPY",
            "SF46407",
            "GBP",
            "SF46410",
            "EUR",
            "SF60632",
            "CAD",
            "SF290383",
            "CNY");

    private BankOfMexico() {}

    static boolean reads(JsonSpot root) {
        return root.has("bmx");
    }

    static void read(JsonSpot root, RateCollector rates) {
        for (JsonSpot series : root.at("bmx").at("series").elements()) {
            rates.attempt(() -> {
                String id = series.at("idSerie").text();
                String code = SERIES.getOrDefault(id, id);
                series.at("datos").elements().forEach(one -> rates.attempt(() -> figure(one, code, rates)));
            });
        }
    }

    private static void figure(JsonSpot one, String code, RateCollector rates) {
        JsonSpot date = one.at("fecha");
        JsonSpot value = one.at("dato");
        if (value.text().equals(NONE)) {
            return;
        }
        Board.of(SOURCE, "MXN", rates)
                .homePerForeign(Quotation.ofOne(
                        code,
                        Figures.point(value.text(), value.place()),
                        Days.dayFirst(date.text(), date.place()),
                        value.place()));
    }
}
