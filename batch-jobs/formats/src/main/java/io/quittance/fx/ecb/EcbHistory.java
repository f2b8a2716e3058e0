package io.quittance.fx.ecb;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.fx.Rate;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.Cells;
import io.quittance.table.CsvLines;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Reads {@code eurofxref-hist.csv} of the European Central Bank: a column a currency, a row a day, newest first, a comma
 * at the end of each line, {@code N/A} where nothing was quoted. Values are units per euro.
 * Source: ECB, euro foreign exchange reference rates.
 */
public final class EcbHistory {

    /** The name of this source in policies. */
    public static final String SOURCE = "ECB";

    private static final String NOT_QUOTED = "N/A";

    private EcbHistory() {}

    /** Every rate of the file, or the findings for which it is refused. */
    public static RateSheet read(InputStream in, String file) throws IOException {
        var rates = new RateCollector(Place.of(file));
        try {
            List<CsvRecord> records = CsvLines.read(in, file);
            List<String> columns = header(records, file);
            records.stream().skip(1).forEach(record -> rates.attempt(() -> row(record, columns, rates, file)));
        } catch (TableError unreadable) {
            rates.refuse(unreadable);
        }
        return rates.sheet();
    }

    private static List<String> header(List<CsvRecord> records, String file) {
        Place place = Place.of(file, 1);
        List<String> columns = records.isEmpty() ? List.of() : withoutLastComma(records.getFirst());
        if (columns.size() < 2 || !columns.getFirst().equals("Date")) {
            throw new TableError(
                    place, "no header of the ECB's history: it begins with Date, then a column a currency");
        }
        var seen = new HashSet<String>();
        for (String column : columns) {
            if (column.equals("EUR")) {
                throw new TableError(place.at(column), "the euro is not quoted against itself");
            }
            if (!seen.add(column)) {
                throw new TableError(place.at(column), "the column is there twice");
            }
        }
        return columns;
    }

    private static void row(CsvRecord record, List<String> columns, RateCollector rates, String file) {
        Place line = Place.of(file, record.getStartingLineNumber());
        List<String> cells = withoutLastComma(record);
        if (cells.size() != columns.size()) {
            throw new TableError(line, cells.size() + " fields, but the header has " + columns.size());
        }
        LocalDate on = Cells.isoDate(cells.getFirst(), line.at("Date"));
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).equals(NOT_QUOTED)) {
                quotation(columns.get(i), cells.get(i), on, line, rates);
            }
        }
    }

    private static void quotation(String code, String cell, LocalDate on, Place line, RateCollector rates) {
        Place place = line.at(code);
        rates.attempt(() -> {
            var value = Cells.positive(cell, place);
            rates.quoted(code, place)
                    .ifPresent(quote -> rates.add(Rate.daily(SOURCE, CurrencyUnit.EUR, quote, on, value), place));
        });
    }

    private static List<String> withoutLastComma(CsvRecord record) {
        List<String> cells = record.getFields();
        return cells.getLast().isBlank() ? cells.subList(0, cells.size() - 1) : cells;
    }
}
