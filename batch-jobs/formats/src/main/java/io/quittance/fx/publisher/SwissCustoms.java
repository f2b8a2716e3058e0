package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Swiss federal customs (BAZG), whose rates the Swiss tax administration names for VAT: francs per so many units
 * ({@code 100 JPY}). The daily file says on which days it is valid, {@code gueltigkeit}; the monthly average is a source of
 * its own and valid in its month.
 */
final class SwissCustoms {

    static final String SOURCE = "BAZG";

    /** The monthly averages. */
    static final String AVERAGE = "BAZG-AVG";

    private static final Pattern UNITS = Pattern.compile("(\\d{1,9}) ([A-Z]{3})");

    private SwissCustoms() {}

    static void read(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        List<Days> valid = new ArrayList<>();
        String source = SOURCE;
        while (walk.next()) {
            switch (walk.name()) {
                case "gueltigkeit" -> valid.addAll(days(walk.text(), walk.place()));
                case "monat" -> {
                    source = AVERAGE;
                    valid.add(Days.month(walk.text(), walk.place()));
                }
                case "devise" -> currency(walk, valid, Board.of(source, "CHF", rates));
                default -> {}
            }
        }
    }

    private static void currency(XmlWalk walk, List<Days> valid, Board board) throws XMLStreamException {
        String code = walk.attribute("code").toUpperCase(Locale.ROOT);
        Map<String, String> texts = walk.children();
        Place place = walk.place().at(code);
        if (valid.isEmpty()) {
            throw new TableError(place, "the file says neither gueltigkeit nor monat before its rates");
        }
        board.rates().attempt(() -> {
            String said = walk.child(texts, "waehrung");
            var units = UNITS.matcher(said);
            if (!units.matches() || !units.group(2).equals(code)) {
                throw new TableError(place, "\"%s\" is no number of units of %s".formatted(said, code));
            }
            var value = Figures.point(walk.child(texts, "kurs"), place);
            valid.forEach(days -> board.homePerForeign(new Quotation(code, units.group(1), value, days, place)));
        });
    }

    private static List<Days> days(String text, Place place) {
        var days = new ArrayList<Days>();
        for (String day : text.split(",", -1)) {
            days.add(Days.dotted(day.strip(), place));
        }
        return days;
    }
}
