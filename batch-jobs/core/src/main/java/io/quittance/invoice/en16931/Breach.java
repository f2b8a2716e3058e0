package io.quittance.invoice.en16931;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a document breaks at one place.
 *
 * @param rule its id in EN 16931-1, such as {@code BR-S-08}
 * @param line where, from 1; 0 when the document as a whole is meant
 * @param term the business term, such as {@code BT-116}
 * @param read what stands there; null when nothing does
 * @param expected what should
 * @param message in a clause, with the arithmetic
 */
public record Breach(
        String rule,
        long line,
        String term,
        @Nullable String read,
        @Nullable String expected,
        String message) {}
