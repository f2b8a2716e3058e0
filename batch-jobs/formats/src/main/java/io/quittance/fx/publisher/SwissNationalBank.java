package io.quittance.fx.publisher;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Swiss National Bank, data portal, cube {@code devkum}: monthly averages (M0) of francs per so many units
 * ({@code JPY100}). The end-of-month rates (M1) are of a day that the file does not name; they are left out.
 */
final class SwissNationalBank {

    static final String SOURCE = "SNB";

    private static final Pattern CURRENCY = Pattern.compile("([A-Z]{3})(\\d+)");

    private SwissNationalBank() {}

    static boolean begins(String line) {
        return line.startsWith("\"CubeId\";\"devkum\"");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.read(in, file, ';', (lines, rates) -> {
            int start = lines.find("Date");
            CsvRecord header = lines.records().get(start);
            if (!String.join(";", header.getFields()).equals("Date;D0;D1;Value")) {
                throw new TableError(lines.place(header), "the header is not Date;D0;D1;Value");
            }
            lines.after(start)
                    .forEach(record -> rates.attempt(() -> {
                        lines.sameWidth(record, header);
                        month(record, lines.place(record), rates);
                    }));
        });
    }

    private static void month(CsvRecord record, Place line, RateCollector rates) {
        String value = record.getField(3);
        if (!record.getField(1).equals("M0") || value.isBlank()) {
            return;
        }
        var currency = CURRENCY.matcher(record.getField(2));
        if (!currency.matches()) {
            throw new TableError(line.at("D1"), "\"%s\" is no currency with units".formatted(record.getField(2)));
        }
        Place place = line.at("Value");
        Days month = Days.month(record.getField(0), line.at("Date"));
        var quotation = new Quotation(currency.group(1), currency.group(2), Figures.point(value, place), month, place);
        Board.of(SOURCE, "CHF", rates).homePerForeign(quotation);
    }
}
