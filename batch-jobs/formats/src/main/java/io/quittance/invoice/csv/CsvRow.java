package io.quittance.invoice.csv;

import io.quittance.text.SpreadsheetText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row as it stood in the file.
 *
 * @param line the 1-based line where it begins; a quoted line break makes a row longer than a line
 * @param fields its fields, unquoted
 * @param quoted whether each of them was quoted
 * @param chars UTF-16 units of all fields
 */
record CsvRow(long line, List<String> fields, List<Boolean> quoted, int chars) {

    /** Digits with a sign in front and separators between them: no spreadsheet finds anything to run in that. */
    private static final Pattern FIGURE = Pattern.compile("[-+][0-9][0-9.,' \\u00A0\\u202F\\u2019]*");

    int size() {
        return fields.size();
    }

    String field(int index) {
        return fields.get(index);
    }

    /** A field as a spreadsheet shows it: an apostrophe in front of what could be a formula is not part of the text. */
    String text(int index) {
        return SpreadsheetText.unguarded(fields.get(index));
    }

    /** All of them. */
    List<String> texts() {
        return fields.stream().anyMatch(SpreadsheetText::isGuarded)
                ? fields.stream().map(SpreadsheetText::unguarded).toList()
                : fields;
    }

    /** The row with every text that a spreadsheet could run made inert. Figures stay figures (OWASP ASVS 1.2.10). */
    CsvRow inert() {
        return new CsvRow(line, fields.stream().map(CsvRow::inert).toList(), quoted, chars);
    }

    private static String inert(String field) {
        return FIGURE.matcher(field).matches() ? field : SpreadsheetText.guarded(field);
    }

    /** The row as it came, with a line feed at its end. */
    void appendTo(StringBuilder original) {
        appendTo(original, ',');
        original.append('\n');
    }

    /** The row as it came, without a line end. */
    void appendTo(StringBuilder original, char separator) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                original.append(separator);
            }
            if (quoted.get(i)) {
                original.append('"').append(fields.get(i).replace("\"", "\"\"")).append('"');
            } else {
                original.append(fields.get(i));
            }
        }
    }

    /** Some columns of it, as they came, and further ones in quotes. A row that is too short for a column has nothing there. */
    CsvRow with(List<Integer> columns, List<String> further) {
        var texts = new ArrayList<String>();
        var quotes = new ArrayList<Boolean>();
        for (int column : columns) {
            boolean there = column < fields.size();
            texts.add(there ? fields.get(column) : "");
            quotes.add(there && quoted.get(column));
        }
        for (String one : further) {
            texts.add(one);
            quotes.add(true);
        }
        return new CsvRow(line, texts, quotes, chars);
    }
}
