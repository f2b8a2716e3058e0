package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.util.regex.Pattern;

/**
 * Bank of Canada, Valet JSON: {@code FXUSDCAD: {v: ...}} is Canadian dollars per US dollar, the average of the day. Series
 * of other kinds beside them are left out.
 */
final class BankOfCanada {

    static final String SOURCE = "BOC";

    private static final Pattern SERIES = Pattern.compile("FX([A-Z]{3})CAD");

    private BankOfCanada() {}

    static boolean reads(JsonSpot root) {
        return root.has("observations") && root.has("seriesDetail");
    }

    static void read(JsonSpot root, RateCollector rates) {
        root.at("observations").elements().forEach(day -> rates.attempt(() -> day(day, rates)));
    }

    private static void day(JsonSpot day, RateCollector rates) {
        JsonSpot date = day.at("d");
        Days on = Days.iso(date.text(), date.place());
        Board board = Board.of(SOURCE, "CAD", rates);
        for (String name : day.names()) {
            var series = SERIES.matcher(name);
            if (series.matches()) {
                JsonSpot value = day.at(name).at("v");
                rates.attempt(() -> {
                    if (!value.isNull() && !value.text().isEmpty()) {
                        var figure = Figures.point(value.text(), value.place());
                        board.homePerForeign(Quotation.ofOne(series.group(1), figure, on, value.place()));
                    }
                });
            }
        }
    }
}
