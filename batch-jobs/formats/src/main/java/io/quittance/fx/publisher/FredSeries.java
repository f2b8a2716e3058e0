package io.quittance.fx.publisher;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Federal Reserve, release H.10, through FRED: a series {@code DEX..} a currency. Most are foreign units per dollar; those
 * of AUD, EUR, GBP and NZD are dollars per foreign unit. {@code .} is a holiday. The CSV names its series; the JSON does
 * not, so there whoever fetches it says so: by a member {@code series_id} (the name of the parameter that was asked with), or by
 * the name of the file.
 */
final class FredSeries {

    static final String SOURCE = "FED";

    private static final String SERIES = "series_id";

    private static final Pattern HEADER = Pattern.compile("(observation_date|DATE)(,DEX[A-Z]{4})+");
    private static final Pattern NAME = Pattern.compile("DEX[A-Z]{4}");

    /** Dollars per one unit. */
    private static final Map<String, String> DOLLARS_PER =
            Map.of("DEXUSAL", "AUD", "DEXUSEU", "EUR", "DEXUSUK", "GBP", "DEXUSNZ", "NZD");

    /** Units per dollar. */
    private static final Map<String, String> PER_DOLLAR = Map.ofEntries(
            Map.entry("DEXBZUS", "BRL"),
            Map.entry("DEXCAUS", "CAD"),
            Map.entry("DEXCHUS", "CNY"),
            Map.entry("DEXDNUS", "DKK"),
            Map.entry("DEXHKUS", "HKD"),
            Map.entry("DEXINUS", "INR"),
            Map.entry("DEXJPUS", "JPY"),
            Map.entry("DEXKOUS", "KRW"),
            Map.entry("DEXMAUS", "MYR"),
            Map.entry("DEXMXUS", "MXN"),
            Map.entry("DEXNOUS", "NOK"),
            Map.entry("DEXSDUS", "SEK"),
            Map.entry("DEXSFUS", "ZAR"),
            Map.entry("DEXSIUS", "SGD"),
            Map.entry("DEXSZUS", "CHF"),
            Map.entry("DEXTAUS", "TWD"),
            Map.entry("DEXTHUS", "THB"));

    private FredSeries() {}

    static boolean begins(String line) {
        return HEADER.matcher(line.strip()).matches();
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.read(in, file, ',', (lines, rates) -> {
            CsvRecord header = lines.records().getFirst();
            lines.after(0)
                    .forEach(record -> rates.attempt(() -> {
                        lines.sameWidth(record, header);
                        Place line = lines.place(record);
                        Days on = Days.iso(record.getField(0), line.at(header.getField(0)));
                        for (int i = 1; i < record.getFieldCount(); i++) {
                            value(header.getField(i), record.getField(i), on, line, rates);
                        }
                    }));
        });
    }

    static boolean reads(JsonSpot root) {
        return root.has("observations") && root.has("observation_start");
    }

    static void read(JsonSpot root, RateCollector rates) {
        String series = seriesOf(root);
        JsonSpot units = root.at("units");
        if (!units.text().equals("lin")) {
            throw new TableError(units.place(), "\"%s\": only the levels (lin) are rates".formatted(units.text()));
        }
        root.at("observations")
                .elements()
                .forEach(one -> rates.attempt(() -> {
                    JsonSpot date = one.at("date");
                    JsonSpot value = one.at("value");
                    value(series, value.text(), Days.iso(date.text(), date.place()), value.place(), rates);
                }));
    }

    private static void value(String series, String text, Days on, Place line, RateCollector rates) {
        if (text.equals(".") || text.isEmpty()) {
            return;
        }
        Place place = line.at(series);
        Board board = Board.of(SOURCE, "USD", rates);
        String inverse = DOLLARS_PER.get(series);
        String code = inverse == null ? PER_DOLLAR.getOrDefault(series, series) : inverse;
        var quotation = Quotation.ofOne(code, Figures.point(text, place), on, place);
        if (inverse == null) {
            board.foreignPerHome(quotation);
        } else {
            board.homePerForeign(quotation);
        }
    }

    /** What stands in the file counts; a name that says something else is a mistake of one of both. */
    private static String seriesOf(JsonSpot root) {
        var named = new TreeSet<String>();
        NAME.matcher(root.file()).results().forEach(found -> named.add(found.group()));
        JsonSpot stated = root.find(SERIES);
        if (stated == null && named.size() != 1) {
            throw new TableError(
                    Place.of(root.file()),
                    "FRED's JSON does not say which series it is: add \"series_id\":\"DEXUSEU\" to it, or put the series into the"
                            + " name of the file, as in DEXUSEU.json");
        }
        if (stated == null) {
            return named.first();
        }
        String series = stated.text();
        if (!NAME.matcher(series).matches() || !(named.isEmpty() || named.contains(series))) {
            throw new TableError(
                    stated.place(),
                    "\"%s\" is no series of H.10, or the name of the file says another one".formatted(series));
        }
        return series;
    }
}
