package io.quittance.invoice.xlsx;

/** {@code C7}: the name of a cell. */
final class CellName {

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
        String digits = name.replaceFirst("^[A-Z]{1,3}", "");
        return digits.matches("[0-9]{1,7}") ? Long.parseLong(digits) : 0;
    }

    static String of(long row, int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
