package io.quittance.invoice.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The consecutive rows of one document, up to as many as a document may have; of those beyond it only the end is kept. */
final class CsvDocument {

    private final CsvHeader header;
    private final int maxRows;
    private final int maxChars;
    private final List<CsvRow> rows = new ArrayList<>();
    private @Nullable List<String> key;
    private long lastLine;
    private long chars;
    private boolean tooLong;

    CsvDocument(CsvHeader header, int maxRows, int maxChars) {
        this.header = header;
        this.maxRows = maxRows;
        this.maxChars = maxChars;
    }

    /**
     * Takes the row when it belongs here: the key is the same, or the row is too short to have one. A short row is better refused
     * together with the document before it than taken for one of its own, which would leave that document without a line.
     */
    boolean takes(CsvRow row) {
        List<String> rowKey = header.key(row);
        if (!rows.isEmpty() && key != null && rowKey != null && !rowKey.equals(key)) {
            return false;
        }
        key = key == null ? rowKey : key;
        keep(row);
        return true;
    }

    private void keep(CsvRow row) {
        lastLine = row.line();
        chars += row.chars();
        tooLong |= !rows.isEmpty() && (rows.size() == maxRows || chars > maxChars);
        if (!tooLong) {
            rows.add(row);
        }
    }

    CsvHeader header() {
        return header;
    }

    List<CsvRow> rows() {
        return rows;
    }

    long firstLine() {
        return rows.getFirst().line();
    }

    long lastLine() {
        return lastLine;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Header and rows as they came; the header alone when there were too many rows to keep. */
    String original() {
        var original = new StringBuilder();
        header.row().appendTo(original);
        if (!tooLong) {
            rows.forEach(row -> row.appendTo(original));
        }
        return original.toString();
    }
}
