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
 * Czech National Bank, the texts {@code denni_kurz.txt} and {@code rok.txt}: koruny per so many units, decimal comma,
 * fields parted by a bar. A text of a year has another header from the day on which the list of currencies changed.
 */
final class CzechNationalBankText {

    private static final Pattern DAY = Pattern.compile("(\\d{2}\\.\\d{2}\\.\\d{4}) #\\d+");
    private static final Pattern COLUMN = Pattern.compile("(\\d{1,9}) ([A-Z]{3})");
    private static final String COLUMNS = "země|měna|množství|kód|kurz";
    private static final String YEAR = "Datum";

    private CzechNationalBankText() {}

    static boolean beginsDaily(String line) {
        return DAY.matcher(line.strip()).matches();
    }

    static boolean beginsYear(String line) {
        return line.startsWith("Datum|");
    }

    static RateSheet readDaily(InputStream in, String file) throws IOException {
        return Lines.read(in, file, '|', CzechNationalBankText::daily);
    }

    static RateSheet readYear(InputStream in, String file) throws IOException {
        return Lines.read(in, file, '|', CzechNationalBankText::year);
    }

    private static void daily(Lines lines, RateCollector rates) {
        CsvRecord first = lines.records().getFirst();
        var title = DAY.matcher(first.getField(0).strip());
        if (!title.matches()) {
            throw new TableError(lines.place(first), "no day and number of the list");
        }
        Days on = Days.dotted(title.group(1), lines.place(first));
        int start = lines.find("země");
        CsvRecord header = lines.records().get(start);
        if (!String.join("|", header.getFields()).equals(COLUMNS)) {
            throw new TableError(lines.place(header), "the header is not " + COLUMNS);
        }
        lines.after(start)
                .forEach(record -> rates.attempt(() -> {
                    lines.sameWidth(record, header);
                    Place place = lines.place(record).at("kurz");
                    var value = Figures.comma(record.getField(4), place);
                    board(rates)
                            .homePerForeign(new Quotation(record.getField(3), record.getField(2), value, on, place));
                }));
    }

    private static void year(Lines lines, RateCollector rates) {
        CsvRecord header = lines.records().getFirst();
        for (CsvRecord record : lines.records()) {
            if (record.getField(0).equals(YEAR)) {
                header = record;
            } else {
                CsvRecord columns = header;
                rates.attempt(() -> {
                    lines.sameWidth(record, columns);
                    dayOfYear(record, columns, lines.place(record), rates);
                });
            }
        }
    }

    private static void dayOfYear(CsvRecord record, CsvRecord columns, Place line, RateCollector rates) {
        Days on = Days.dotted(record.getField(0), line.at(YEAR));
        for (int i = 1; i < record.getFieldCount(); i++) {
            String cell = record.getField(i);
            Place place = line.at(columns.getField(i));
            if (!cell.isBlank()) {
                var column = COLUMN.matcher(columns.getField(i));
                if (!column.matches()) {
                    throw new TableError(place, "the column does not say how many units of what");
                }
                var value = Figures.comma(cell, place);
                board(rates).homePerForeign(new Quotation(column.group(2), column.group(1), value, on, place));
            }
        }
    }

    private static Board board(RateCollector rates) {
        return Board.of(CzechNationalBank.SOURCE, "CZK", rates);
    }
}
