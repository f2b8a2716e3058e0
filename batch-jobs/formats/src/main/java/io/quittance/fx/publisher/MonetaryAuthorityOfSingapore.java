package io.quittance.fx.publisher;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Monetary Authority of Singapore, financial database, daily: Singapore dollars per unit or per 100 units, by the name of
 * the currency, as of noon. Year and month stand in the first line of each only.
 */
final class MonetaryAuthorityOfSingapore {

    static final String SOURCE = "MAS";

    private static final String DAILY = "Exchange Rates (Daily)";
    private static final String HEADER = "End of Period";
    private static final int DATE_COLUMNS = 3;
    private static final Pattern TITLE = Pattern.compile("S\\$ Per (?:Unit|(\\d+) Units) of (.+)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Euro", "EUR"),
            Map.entry("Pound Sterling", "GBP"),
            Map.entry("US Dollar", "USD"),
            Map.entry("Australian Dollar", "AUD"),
            Map.entry("Canadian Dollar", "CAD"),
            Map.entry("Chinese Renminbi", "CNY"),
            Map.entry("Hong Kong Dollar", "HKD"),
            Map.entry("Indian Rupee", "INR"),
            Map.entry("Indonesian Rupiah", "IDR"),
            Map.entry("Japanese Yen", "JPY"),
            Map.entry("Korean Won", "KRW"),
            Map.entry("Malaysian Ringgit", "MYR"),
            Map.entry("New Taiwan Dollar", "TWD"),
            Map.entry("New Zealand Dollar", "NZD"),
            Map.entry("Philippine Peso", "PHP"),
            Map.entry("Qatar Riyal", "QAR"),
            Map.entry("Saudi Arabia Riyal", "SAR"),
            Map.entry("Swiss Franc", "CHF"),
            Map.entry("Thai Baht", "THB"),
            Map.entry("UAE Dirham", "AED"),
            Map.entry("Vietnamese Dong", "VND"));

    private MonetaryAuthorityOfSingapore() {}

    static boolean begins(String line) {
        return line.startsWith("MAS: Financial Database - Exchange Rates");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.read(in, file, ',', (lines, rates) -> {
            lines.find(DAILY);
            int start = lines.find(HEADER);
            new Calendar(lines, lines.records().get(start), rates).read(start);
        });
    }

    /** Carries year and month from line to line. */
    private static final class Calendar {

        private final Lines lines;
        private final CsvRecord header;
        private final RateCollector rates;
        private String year = "";
        private String month = "";

        Calendar(Lines lines, CsvRecord header, RateCollector rates) {
            this.lines = lines;
            this.header = header;
            this.rates = rates;
        }

        void read(int start) {
            for (CsvRecord record : lines.after(start)) {
                // The notes at the end are one cell each.
                if (record.getFieldCount() > 1) {
                    rates.attempt(() -> day(record));
                }
            }
        }

        private void day(CsvRecord record) {
            lines.sameWidth(record, header);
            year = record.getField(0).isBlank() ? year : record.getField(0);
            month = record.getField(1).isBlank() ? month : record.getField(1);
            Place line = lines.place(record);
            LocalDate on = Days.named(year, month, record.getField(2), line.at(HEADER));
            for (int i = DATE_COLUMNS; i < record.getFieldCount(); i++) {
                quotation(header.getField(i), record.getField(i), on, line);
            }
        }

        private void quotation(String title, String cell, LocalDate on, Place line) {
            if (cell.isBlank()) {
                return;
            }
            Place place = line.at(title);
            rates.attempt(() -> {
                var words = TITLE.matcher(title);
                if (!words.matches()) {
                    throw new TableError(place, "the column does not say per how many units");
                }
                String units = words.group(1) == null ? "1" : words.group(1);
                String code = NAMES.getOrDefault(words.group(2), words.group(2));
                var value = Figures.point(cell, place);
                Board.of(SOURCE, "SGD", rates).homePerForeign(new Quotation(code, units, value, Days.of(on), place));
            });
        }
    }
}
