package io.quittance.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where in an input something was read.
 *
 * @param file the name of the file as it was delivered
 * @param line the 1-based line in that file, 0 when the whole file is meant
 * @param field the column of a table, or the EN 16931 term or XPath of an element; null when the whole line is meant
 */
public record Place(String file, long line, @Nullable String field) {

    /** The whole file. */
    public static Place of(String file) {
        return new Place(file, 0, null);
    }

    /** One line of a file. */
    public static Place of(String file, long line) {
        return new Place(file, line, null);
    }

    /** The same line, narrowed to one field. */
    public Place at(String narrowedTo) {
        return new Place(file, line, narrowedTo);
    }

    /** As people read it: {@code invoices.csv:12 vat_rate}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (field == null ? "" : " " + field);
    }
}
