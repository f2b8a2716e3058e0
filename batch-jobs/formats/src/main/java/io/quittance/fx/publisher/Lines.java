package io.quittance.fx.publisher;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.CsvLines;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The lines of a file of rates and the places they are at. */
record Lines(String file, List<CsvRecord> records) {

    /** Takes what the lines say. */
    @FunctionalInterface
    interface Reading {
        void read(Lines lines, RateCollector rates);
    }

    /** Takes what the rows of a table say. */
    @FunctionalInterface
    interface TableReading {
        void read(Table table, RateCollector rates);
    }

    /** The sheet of a file whose fields are parted by a character. */
    static RateSheet read(InputStream in, String file, char separator, Reading reading) throws IOException {
        var rates = new RateCollector(Place.of(file));
        try {
            reading.read(new Lines(file, CsvLines.read(in, file, separator)), rates);
        } catch (TableError unreadable) {
            rates.refuse(unreadable);
        }
        return rates.sheet();
    }

    /** The sheet of a file that has one header and exactly these columns. */
    static RateSheet table(InputStream in, String file, List<String> columns, TableReading reading) throws IOException {
        var rates = new RateCollector(Place.of(file));
        try {
            reading.read(Table.read(in, file, columns), rates);
        } catch (TableError unreadable) {
            rates.refuse(unreadable);
        }
        return rates.sheet();
    }

    Place place(CsvRecord record) {
        return Place.of(file, record.getStartingLineNumber());
    }

    /** The position of the first line that begins with a word. @throws TableError when there is none */
    int find(String firstCell) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).getField(0).equals(firstCell)) {
                return i;
            }
        }
        throw new TableError(Place.of(file), "no line begins with \"%s\"".formatted(firstCell));
    }

    /** The lines after a position. */
    List<CsvRecord> after(int position) {
        return records.subList(position + 1, records.size());
    }

    /** Refuses a line that has another number of fields than its header. */
    void sameWidth(CsvRecord record, CsvRecord header) {
        if (record.getFieldCount() != header.getFieldCount()) {
            throw new TableError(
                    place(record), record.getFieldCount() + " fields, but the header has " + header.getFieldCount());
        }
    }
}
