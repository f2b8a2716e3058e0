package io.quittance.invoice.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet under its header, as text.
 *
 * @param line of a text file or row of a workbook, from 1
 * @param texts one per heading, empty where nothing stands; in a malformed row of a text file another number of them
 * @param kinds of the cells that a workbook stores as something else than text, by column from 0
 * @param faults why cells cannot be used, by column from 0
 * @param hidden whether a reader of the workbook does not see it
 * @param chars UTF-16 units of all of it
 * @param source the row as the sheet itself keeps it, for giving it back as it came
 */
public record SheetRow(
        long line,
        List<String> texts,
        Map<Integer, CellKind> kinds,
        Map<Integer, String> faults,
        boolean hidden,
        int chars,
        Object source) {

    /** What a workbook stores in a cell that is not text. */
    public enum CellKind {
        /** A number as it stands in the file, with up to 17 digits. */
        NUMBER,
        /** A number that is shown as a day, already as {@code YYYY-MM-DD}. */
        DATE
    }

    /** The text of a column, empty when the row is too short for it. */
    public String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    /** What a workbook stores there; null for text. */
    public @Nullable CellKind kind(int column) {
        return kinds.get(column);
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        for (String text : texts) {
            if (!text.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
