package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.util.regex.Pattern;

/**
 * Sveriges Riksbank, JSON of its interface: series {@code SEKxxxPMI}, kronor per unit. {@code SEKETT} is the krona itself
 * and left out.
 */
final class Riksbank {

    static final String SOURCE = "RIKSBANK";

    private static final Pattern SERIES = Pattern.compile("SEK([A-Z]{3})PMI");
    private static final String ITSELF = "SEKETT";

    private Riksbank() {}

    static boolean reads(JsonSpot root) {
        return root.firstHas("seriesId") && root.firstHas("date") && root.firstHas("value");
    }

    static void read(JsonSpot root, RateCollector rates) {
        Board board = Board.of(SOURCE, "SEK", rates);
        root.elements().forEach(one -> rates.attempt(() -> observation(one, board)));
    }

    private static void observation(JsonSpot one, Board board) {
        JsonSpot series = one.at("seriesId");
        JsonSpot value = one.at("value");
        JsonSpot date = one.at("date");
        if (series.text().equals(ITSELF) || value.isNull()) {
            return;
        }
        var named = SERIES.matcher(series.text());
        if (!named.matches()) {
            throw new TableError(series.place(), "\"%s\" is no series SEKxxxPMI".formatted(series.text()));
        }
        board.homePerForeign(Quotation.ofOne(
                named.group(1),
                Figures.point(value.text(), value.place()),
                Days.iso(date.text(), date.place()),
                value.place()));
    }
}
