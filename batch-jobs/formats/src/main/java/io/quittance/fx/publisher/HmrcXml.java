package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.hmrc.HmrcMonthly;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * HM Revenue & Customs, {@code monthly_xml_YYYY-M.xml}: units per pound for the period in the root. A currency of several
 * countries comes several times, always with the same rate.
 */
final class HmrcXml {

    private static final Pattern PERIOD = Pattern.compile("(\\S{1,40}) to (\\S{1,40})");

    private HmrcXml() {}

    static void read(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        Days period = period(walk.attribute("Period"), walk.place());
        Board board = Board.of(HmrcMonthly.SOURCE, "GBP", rates);
        while (walk.next()) {
            if (!walk.name().equals("exchangeRate")) {
                throw new TableError(walk.place(), "an element %s among the rates".formatted(walk.name()));
            }
            Map<String, String> texts = walk.children();
            Place place = walk.place().at("rateNew");
            rates.attempt(() -> board.foreignPerHome(Quotation.ofOne(
                    walk.child(texts, "currencyCode"),
                    Figures.point(walk.child(texts, "rateNew"), place),
                    period,
                    place)));
        }
    }

    private static Days period(String text, Place place) {
        var days = PERIOD.matcher(text);
        if (!days.matches()) {
            throw new TableError(place, "\"%s\" is no period such as 01/Nov/2026 to 30/Nov/2026".formatted(text));
        }
        LocalDate from = Days.namedDay(days.group(1), place);
        LocalDate to = Days.namedDay(days.group(2), place);
        if (to.isBefore(from)) {
            throw new TableError(place, "the period ends on %s before it begins on %s".formatted(to, from));
        }
        return new Days(from, to);
    }
}
