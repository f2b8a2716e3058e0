package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Narodowy Bank Polski, zloty per unit: tables A (every working day) and B (Wednesdays) with mid rates, table C with
 * buying and selling rates. The date is that of publication, {@code effectiveDate}.
 */
final class NationalBankOfPoland {

    static final String SOURCE = "NBP";
    private static final String HOME = "PLN";
    private static final Set<String> MID_TABLES = Set.of("A", "B");

    private NationalBankOfPoland() {}

    static boolean reads(JsonSpot root) {
        return root.firstHas("table") && root.firstHas("effectiveDate") && root.firstHas("rates");
    }

    static void read(JsonSpot root, RateCollector rates) {
        root.elements().forEach(table -> rates.attempt(() -> table(table, rates)));
    }

    private static void table(JsonSpot table, RateCollector rates) {
        JsonSpot date = table.at("effectiveDate");
        Days on = Days.iso(date.text(), date.place());
        boolean mid = isMid(table.at("table").text(), table);
        for (JsonSpot rate : table.at("rates").elements()) {
            rates.attempt(() -> {
                if (mid) {
                    write(SOURCE, rate, "mid", on, rates);
                } else {
                    write(SOURCE + "-BUY", rate, "bid", on, rates);
                    write(SOURCE + "-SELL", rate, "ask", on, rates);
                }
            });
        }
    }

    private static boolean isMid(String letter, JsonSpot table) {
        if (!MID_TABLES.contains(letter) && !letter.equals("C")) {
            throw new TableError(table.place(), "table \"%s\" is none of A, B and C".formatted(letter));
        }
        return MID_TABLES.contains(letter);
    }

    private static void write(String source, JsonSpot rate, String kind, Days on, RateCollector rates) {
        JsonSpot value = rate.at(kind);
        Board.of(source, HOME, rates)
                .homePerForeign(Quotation.ofOne(
                        rate.at("code").text(), Figures.point(value.text(), value.place()), on, value.place()));
    }

    /** The same tables A and B in XML. */
    static void readXml(XmlWalk walk, RateCollector rates) throws XMLStreamException {
        Days on = null;
        while (walk.next()) {
            switch (walk.name()) {
                case "Table" -> {
                    String letter = walk.text();
                    if (!MID_TABLES.contains(letter)) {
                        throw new TableError(walk.place(), "in XML only tables A and B are read, not " + letter);
                    }
                }
                case "EffectiveDate" -> on = Days.iso(walk.text(), walk.place());
                case "Rate" -> {
                    Map<String, String> texts = walk.children();
                    if (on == null) {
                        throw new TableError(walk.place(), "a rate before any EffectiveDate");
                    }
                    Days day = on;
                    rates.attempt(() -> Board.of(SOURCE, HOME, rates)
                            .homePerForeign(Quotation.ofOne(
                                    walk.child(texts, "Code"),
                                    Figures.point(walk.child(texts, "Mid"), walk.place()),
                                    day,
                                    walk.place())));
                }
                default -> {}
            }
        }
    }
}
