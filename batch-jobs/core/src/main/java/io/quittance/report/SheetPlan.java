package io.quittance.report;

import java.util.List;

/**
 * Where things stand on a sheet: all that a formula has to know to point at it.
 *
 * @param name letters only, so that formulas need no quotes
 * @param purpose one sentence
 * @param headerRow the 1-based row of the column titles; 0 for a page without them
 */
public record SheetPlan(String name, String purpose, int headerRow, List<Column> columns) {

    public SheetPlan {
        columns = List.copyOf(columns);
    }

    /** A plain table: titles in row 1, lines from row 2. */
    static SheetPlan table(String name, String purpose, Column... columns) {
        return new SheetPlan(name, purpose, 1, List.of(columns));
    }

    /** The 1-based row of the first line. */
    public int firstRow() {
        return headerRow + 1;
    }

    /** The 1-based row of the first total: one row is left empty after the lines. */
    public int totalsRow(int lines) {
        return firstRow() + lines + 1;
    }

    /** The position of a column, from 0. */
    public int index(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Sheet " + name + " has no column " + key);
    }

    /** A cell of the same sheet in a row: {@code F7}. */
    String cell(String key, int row) {
        return letters(index(key)) + row;
    }

    /** The name of a column's lines, known in the whole workbook: {@code Payments_Amount}. */
    public String range(String key) {
        return name + "_" + columns.get(index(key)).key();
    }

    /** The letters of a column, A for 0. */
    static String letters(int index) {
        var letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
