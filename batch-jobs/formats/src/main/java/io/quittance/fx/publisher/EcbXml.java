package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.ecb.EcbHistory;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import javax.xml.stream.XMLStreamException;

/** European Central Bank, {@code eurofxref-daily.xml} and its histories: units per euro, a {@code Cube} in a {@code Cube} a day. */
final class EcbXml {

    private EcbXml() {}

    static void read(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        Board board = Board.of(EcbHistory.SOURCE, "EUR", rates);
        Days on = null;
        while (walk.next()) {
            String time = walk.find("time");
            if (time != null) {
                on = Days.iso(time, walk.place());
            }
            if (walk.name().equals("Cube") && walk.find("currency") != null) {
                if (on == null) {
                    throw new TableError(walk.place(), "a rate before any day");
                }
                Days day = on;
                Place place = walk.place();
                rates.attempt(() -> board.foreignPerHome(Quotation.ofOne(
                        walk.attribute("currency"), Figures.point(walk.attribute("rate"), place), day, place)));
            }
        }
    }
}
