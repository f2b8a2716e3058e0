package io.quittance.invoice.job;

import org.jspecify.annotations.Nullable;

/** Somebody's text on its way into a spreadsheet: never a formula (OWASP ASVS 1.2.10). */
final class Neutral {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Neutral() {}

    /** The text, behind an apostrophe where a spreadsheet would take it for a formula. */
    static @Nullable String text(@Nullable String text) {
        return text != null && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
