package io.quittance.report.xlsx;

import io.quittance.text.SpreadsheetText;
import java.util.regex.Pattern;

/**
 * Words of strangers, made harmless for a spreadsheet: never a formula, nothing invisible, nothing that turns the reading
 * direction, nothing that a reader of the file would decode into something else.
 */
final class SafeText {

    /** Longest text of a cell (Excel specifications and limits). */
    static final int LONGEST = 32_767;

    /** What ECMA-376 ST_Xstring decodes into a character. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** First characters that old imports take for more than text. */
    private static final String ALSO_FORMULA = ";|%";

    /** Zero-width joiners belong to the spelling of Persian and Indic names. */
    private static final int ZWNJ = 0x200C;

    private static final int ZWJ = 0x200D;

    private SafeText() {}

    /** Whether a text could be taken for a formula when someone edits or exports the cell. */
    static boolean looksLikeFormula(String text) {
        return SpreadsheetText.looksLikeFormula(text) || (!text.isEmpty() && ALSO_FORMULA.indexOf(text.charAt(0)) >= 0);
    }

    /** The text as it goes into a cell. */
    static String of(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(safe, point));
        return cut(ESCAPE.matcher(safe).replaceAll("_x005F_"));
    }

    private static void append(StringBuilder safe, int point) {
        if (point < 0x20) {
            safe.append((char) (0x2400 + point)); // the control pictures: a tab shows as U+2409
        } else if (isHidden(point) && point != ZWNJ && point != ZWJ) {
            safe.append(String.format("<U+%04X>", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0xFFFE || point == 0xFFFF;
        };
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String mark = " ... [cut: " + text.length() + " characters]";
        int end = LONGEST - mark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }
}
