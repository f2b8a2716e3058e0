package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/**
 * Magyar Nemzeti Bank, answer of its SOAP service: the rates are a document of their own, written as text into the answer.
 * Forints per {@code unit}, decimal comma.
 */
final class NationalBankOfHungary {

    static final String SOURCE = "MNB";

    private NationalBankOfHungary() {}

    static void read(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        while (walk.next()) {
            if (walk.name().endsWith("ExchangeRatesResult")) {
                byte[] inner = walk.text().getBytes(StandardCharsets.UTF_8);
                days(new XmlWalk(new ByteArrayInputStream(inner), walk.file()), rates);
            }
        }
    }

    private static void days(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        Board board = Board.of(SOURCE, "HUF", rates);
        Days on = null;
        while (walk.next()) {
            if (walk.name().equals("Day")) {
                on = Days.iso(walk.attribute("date"), walk.place());
            } else if (walk.name().equals("Rate")) {
                if (on == null) {
                    throw new TableError(walk.place(), "a rate before any day");
                }
                String code = walk.attribute("curr");
                Quotable rate = new Quotable(
                        code, walk.attribute("unit"), on, walk.place().at(code));
                String text = walk.text();
                rates.attempt(() -> board.homePerForeign(rate.at(text)));
            }
        }
    }

    private record Quotable(String code, String unit, Days on, Place place) {
        Quotation at(String text) {
            return new Quotation(code, unit, Figures.comma(text, place), on, place);
        }
    }
}
