package io.quittance.invoice.file;

/**
 * How a plain decimal is written: an optional minus, digits, and a point with more digits; no exponent, no grouping, no sign
 * in front of a positive one. A regular expression says the same and takes longer; a million rows have ten million numbers.
 *
 * @param whole most digits in front of the point, one at least
 * @param decimals most digits behind it, one at least where there is a point
 */
record DecimalShape(int whole, int decimals) {

    boolean matches(String text) {
        int begin = text.startsWith("-") ? 1 : 0;
        int point = digitsFrom(text, begin);
        if (point == begin || point - begin > whole) {
            return false;
        }
        if (point == text.length()) {
            return true;
        }
        int end = digitsFrom(text, point + 1);
        return text.charAt(point) == '.' && end == text.length() && end > point + 1 && end - point - 1 <= decimals;
    }

    /** The first place behind the digits that begin here. */
    private static int digitsFrom(String text, int begin) {
        int at = begin;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
