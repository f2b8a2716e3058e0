package io.quittance.text;

/**
 * Text that a spreadsheet shows and does not run (CWE-1236). For what people open; never for originals in quarantine, which
 * must stay as they came, and never for amounts: decide by column, not by character.
 */
public final class SpreadsheetText {

    private static final String RUNS_WHEN_FIRST = "=+-@\t\r\u0000";

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front when a spreadsheet would take it for a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && RUNS_WHEN_FIRST.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
