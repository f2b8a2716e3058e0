package io.quittance.report.xlsx;

import io.quittance.report.Row.Role;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks, apart from what it holds; equal looks share one style of the file.
 *
 * @param format the number format
 * @param banded whether the line is shaded
 * @param open whether people may write here
 * @param quoted whether the text could be taken for a formula
 */
record Look(
        Role role,
        String format,
        HorizontalAlignment align,
        boolean wrapped,
        boolean banded,
        boolean open,
        boolean quoted,
        boolean link) {

    static final String TEXT = "@";
    static final String DAY = "yyyy-mm-dd";
    static final String RATE = "0.0###########";
    static final String COUNT = "#,##0_);-#,##0_);\"-\"_)";
    static final String GENERAL = "General";

    /** Some programs keep truth as a number and would show 1. */
    static final String TRUTH = "\"TRUE\";\"TRUE\";\"FALSE\"";

    /** A plain look with a format and an alignment. */
    static Look of(Role role, String format, HorizontalAlignment align, boolean banded) {
        return new Look(role, format, align, false, banded, false, false, false);
    }

    Look wrap() {
        return new Look(role, format, align, true, banded, open, quoted, link);
    }

    Look unlocked() {
        return new Look(role, format, align, true, banded, true, quoted, link);
    }

    Look quote() {
        return new Look(role, format, align, wrapped, banded, open, true, link);
    }

    Look linked() {
        return new Look(role, format, align, wrapped, banded, open, quoted, true);
    }

    /** Amounts with the decimals of their currency, negative in brackets, zero as a dash. */
    static String amount(int decimals) {
        String digits = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        return digits + "_);(" + digits + ");\"-\"_)";
    }
}
