package io.quittance.invoice.csv;

import java.util.List;

/**
 * One row as it stood in the file.
 *
 * @param line the 1-based line where it begins; a quoted line break makes a row longer than a line
 * @param fields its fields, unquoted
 * @param quoted whether each of them was quoted
 * @param chars UTF-16 units of all fields
 */
record CsvRow(long line, List<String> fields, List<Boolean> quoted, int chars) {

    int size() {
        return fields.size();
    }

    String field(int index) {
        return fields.get(index);
    }

    /** The row as it came, with a line feed at its end. */
    void appendTo(StringBuilder original) {
        for (int i = 0; i < fields.size(); i++) {
            original.append(i == 0 ? "" : ",");
            if (quoted.get(i)) {
                original.append('"').append(fields.get(i).replace("\"", "\"\"")).append('"');
            } else {
                original.append(fields.get(i));
            }
        }
        original.append('\n');
    }
}
