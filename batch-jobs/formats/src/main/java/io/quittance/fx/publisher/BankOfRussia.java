package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.math.BigDecimal;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Bank of Russia, {@code XML_daily}: roubles per {@code Nominal} units, decimal comma, in windows-1251, for the day in the
 * root, which is later than the day of publication. Says the rate for one unit, too; both must agree.
 */
final class BankOfRussia {

    static final String SOURCE = "CBR";

    private BankOfRussia() {}

    static void read(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        Days on = Days.dotted(walk.attribute("Date"), walk.place());
        Board board = Board.of(SOURCE, "RUB", rates);
        while (walk.next()) {
            if (!walk.name().equals("Valute")) {
                throw new TableError(walk.place(), "an element %s among the currencies".formatted(walk.name()));
            }
            Map<String, String> texts = walk.children();
            Place line = walk.place();
            rates.attempt(() -> {
                String code = walk.child(texts, "CharCode");
                Place place = line.at(code);
                String units = walk.child(texts, "Nominal");
                BigDecimal value = Figures.comma(walk.child(texts, "Value"), place);
                sameForOne(value, Board.zeros(units, place), texts.get("VunitRate"), place);
                board.homePerForeign(new Quotation(code, units, value, on, place));
            });
        }
    }

    /** The figure for one unit is a check only; where it is printed with an exponent ({@code 5,39E-05}) it is not read. */
    private static void sameForOne(BigDecimal value, int zeros, @Nullable String one, Place place) {
        if (one != null && !one.contains("E")) {
            Figures.same(value.movePointLeft(zeros), Figures.comma(one, place), "the rate of one unit", place);
        }
    }
}
