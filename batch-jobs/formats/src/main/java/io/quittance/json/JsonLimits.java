package io.quittance.json;

/**
 * How much of one JSON file is read before it is refused as too large.
 *
 * @param bytes of the whole file
 * @param depth of nested objects and arrays
 * @param textChars UTF-16 units of one text
 * @param documentChars UTF-16 units of one document; every value counts as {@value #CHARS_OF_A_VALUE} at least, so that a
 *     million empty arrays are not free
 */
public record JsonLimits(long bytes, int depth, int textChars, int documentChars) {

    static final int CHARS_OF_A_VALUE = 16;

    /** Longest name of a member. */
    static final int NAME_CHARS = 200;

    /** Longest number as it is written. */
    static final int NUMBER_CHARS = 100;
}
