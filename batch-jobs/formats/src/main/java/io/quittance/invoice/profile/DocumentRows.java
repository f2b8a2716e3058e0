package io.quittance.invoice.profile;

import java.util.ArrayList;
import java.util.List;

/** The consecutive rows of one document, up to as many as a document may have; of those beyond it only the end is kept. */
final class DocumentRows {

    private final Layout layout;
    private final int maxRows;
    private final int maxChars;
    private final List<SheetRow> rows = new ArrayList<>();
    private long lastLine;
    private long chars;
    private boolean tooLong;

    DocumentRows(Layout layout, int maxRows, int maxChars) {
        this.layout = layout;
        this.maxRows = maxRows;
        this.maxChars = maxChars;
    }

    /** Takes the row when it belongs here: same number and supplier as the first. */
    boolean takes(SheetRow row) {
        if (!rows.isEmpty() && !layout.sameDocument(rows.getFirst(), row)) {
            return false;
        }
        lastLine = row.line();
        chars += row.chars();
        tooLong |= !rows.isEmpty() && (rows.size() == maxRows || chars > maxChars);
        if (!tooLong) {
            rows.add(row);
        }
        return true;
    }

    List<SheetRow> rows() {
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
}
