package io.quittance.party;

/**
 * Text of identifiers. Only ASCII letters change case: {@code toUpperCase} would turn a dotless i or a long s into
 * Latin letters and let look-alikes pass.
 */
final class Letters {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    private Letters() {}

    /** Without blanks, a to z as A to Z, everything else as it is. */
    static String compact(String text) {
        var compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                compact.append(upper(c));
            }
        }
        return compact.toString();
    }

    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE;
    }

    static boolean isUpperAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    /** Names the first character that is neither digit nor Latin letter, as a code point; empty text when there is none. */
    static String firstStranger(String compact) {
        return compact.codePoints()
                .filter(c -> !isUpperAlphanumeric(c))
                .mapToObj(c -> String.format("U+%04X", c))
                .findFirst()
                .orElse("");
    }
}
