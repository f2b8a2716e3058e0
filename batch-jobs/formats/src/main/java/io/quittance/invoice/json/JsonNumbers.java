package io.quittance.invoice.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as JSON writes them. */
final class JsonNumbers {

    /** An exponent of two digits at most: {@code 1e999999999} is a number too, and writing it out takes a gigabyte. */
    private static final Pattern SMALL_EXPONENT = Pattern.compile("[^eE]+[eE][+-]?[0-9]{1,2}");

    private JsonNumbers() {}

    /** The same number without exponent, exactly; as it was written when the exponent is too large to write it out. */
    static String plain(String literal) {
        return SMALL_EXPONENT.matcher(literal).matches() ? new BigDecimal(literal).toPlainString() : literal;
    }
}
