package io.quittance.invoice.xlsx;

import org.jspecify.annotations.Nullable;

/** {@code C7}: the name of a cell. */
final class CellName {

    private static final int MOST_ROWS = 1_048_576;

    private CellName() {}

    /** The column of a name, from 0; -1 when it is no name of a cell. */
    static int column(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z' && i < 3) {
            column = column * 26 + name.charAt(i++) - 'A' + 1;
        }
        return i == 0 ? -1 : column - 1;
    }

    /** The row of a name, from 1; 0 when it is no name of a cell. */
    static long row(String name) {
        int begin = 0;
        while (begin < name.length() && begin < 3 && name.charAt(begin) >= 'A' && name.charAt(begin) <= 'Z') {
            begin++;
        }
        int row = whole(name.substring(begin));
        return row < 0 || row > MOST_ROWS ? 0 : row;
    }

    /** A whole number of at most nine digits; -1 when it is none. Every cell has two, so no pattern is matched. */
    static int whole(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static String of(long row, int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
