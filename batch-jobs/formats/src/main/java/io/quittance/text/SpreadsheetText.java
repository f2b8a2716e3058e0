package io.quittance.text;

/**
 * Text that a spreadsheet shows and does not run (CWE-1236, OWASP ASVS 1.2.10). For what people open; never for originals in
 * quarantine, which must stay as they came, and never for amounts: decide by column, not by character.
 */
public final class SpreadsheetText {

    private static final char APOSTROPHE = '\'';

    /** First characters that some spreadsheet or CSV import takes for a formula, ASCII and full width. */
    private static final String RUNS_WHEN_FIRST = "=+-@\t\r\n\u0000\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front when a spreadsheet would take it for a formula. */
    public static String guarded(String text) {
        return runs(text, 0) ? APOSTROPHE + text : text;
    }

    /**
     * The text without the apostrophe that {@link #guarded} puts in front: what a spreadsheet shows of such a cell. A file that
     * was given back to be corrected is read as the one that came.
     */
    public static String unguarded(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    /** Whether a text has that apostrophe. */
    public static boolean isGuarded(String text) {
        return !text.isEmpty() && text.charAt(0) == APOSTROPHE && runs(text, 1);
    }

    /** Whether a spreadsheet could take it for a formula. */
    public static boolean looksLikeFormula(String text) {
        return runs(text, 0);
    }

    private static boolean runs(String text, int first) {
        return text.length() > first && RUNS_WHEN_FIRST.indexOf(text.charAt(first)) >= 0;
    }
}
