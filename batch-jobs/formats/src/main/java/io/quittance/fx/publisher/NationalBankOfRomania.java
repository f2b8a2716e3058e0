package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Banca Națională a României, {@code nbrfxrates.xml}: lei per {@code multiplier} units, a {@code Cube} a day. {@code -} is
 * no quotation; gold and the IMF's unit of account are left out.
 */
final class NationalBankOfRomania {

    static final String SOURCE = "BNR";

    private NationalBankOfRomania() {}

    static void read(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        Days on = null;
        while (walk.next()) {
            switch (walk.name()) {
                case "OrigCurrency" -> {
                    String home = walk.text();
                    if (!home.equals("RON")) {
                        throw new TableError(walk.place(), "the rates are in %s, not in RON".formatted(home));
                    }
                }
                case "Cube" -> on = Days.iso(walk.attribute("date"), walk.place());
                case "Rate" -> rate(walk, on, rates);
                default -> {}
            }
        }
    }

    private static void rate(XmlWalk walk, @Nullable Days on, RateCollector rates) throws XMLStreamException {
        if (on == null) {
            throw new TableError(walk.place(), "a rate before any day");
        }
        String code = walk.attribute("currency");
        String units = Objects.requireNonNullElse(walk.find("multiplier"), "1");
        Place place = walk.place().at(code);
        String text = walk.text();
        if (!text.equals("-")) {
            rates.attempt(() -> Board.of(SOURCE, "RON", rates)
                    .homePerForeign(new Quotation(code, units, Figures.point(text, place), on, place)));
        }
    }
}
