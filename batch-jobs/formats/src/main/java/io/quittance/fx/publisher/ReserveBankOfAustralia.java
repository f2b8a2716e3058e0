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
 * Reserve Bank of Australia, table F11.1: a byte-order mark, eleven lines about the series, then a line a day
 * ({@code 24-Nov-2026}) with foreign units per Australian dollar, 4 p.m. Eastern time. Empty cells are no quotation; the
 * trade-weighted index is no currency.
 */
final class ReserveBankOfAustralia {

    static final String SOURCE = "RBA";

    private static final Pattern TITLE = Pattern.compile("A\\$1=([A-Z]{3})");

    private ReserveBankOfAustralia() {}

    static boolean begins(String line) {
        return line.startsWith("F11.1 ");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.read(in, file, ',', ReserveBankOfAustralia::lines);
    }

    private static void lines(Lines lines, RateCollector rates) {
        CsvRecord titles = lines.records().get(lines.find("Title"));
        CsvRecord units = lines.records().get(lines.find("Units"));
        lines.sameWidth(units, titles);
        for (CsvRecord record : lines.after(lines.find("Series ID"))) {
            if (!record.getField(0).isBlank()) {
                rates.attempt(() -> {
                    lines.sameWidth(record, titles);
                    day(record, titles, units, new Day(lines.place(record), rates));
                });
            }
        }
    }

    private record Day(Place line, RateCollector rates) {}

    private static void day(CsvRecord record, CsvRecord titles, CsvRecord units, Day day) {
        Days on = Days.named(record.getField(0), day.line());
        Board board = Board.of(SOURCE, "AUD", day.rates());
        for (int i = 1; i < record.getFieldCount(); i++) {
            String cell = record.getField(i);
            var title = TITLE.matcher(titles.getField(i));
            if (cell.isBlank() || !title.matches()) {
                continue;
            }
            String code = title.group(1);
            Place place = day.line().at(titles.getField(i));
            if (!units.getField(i).equals(code)) {
                throw new TableError(place, "its units are said to be " + units.getField(i));
            }
            day.rates()
                    .attempt(() -> board.foreignPerHome(Quotation.ofOne(code, Figures.point(cell, place), on, place)));
        }
    }
}
