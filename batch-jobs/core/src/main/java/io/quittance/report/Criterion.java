package io.quittance.report;

import org.jspecify.annotations.Nullable;

/**
 * What a sum asks of one column: the A1 text for {@code SUMIFS} and the test it stands for.
 *
 * @param a1 the criterion as a formula writes it; null when any value will do
 * @param wanted the words it compares with
 * @param negated whether it asks for every other word
 */
record Criterion(@Nullable String a1, String wanted, boolean negated) {

    /** Any value. */
    static Criterion any() {
        return new Criterion(null, "", false);
    }

    /** A fixed word. */
    static Criterion is(String word) {
        return new Criterion("\"" + word + "\"", word, false);
    }

    /** Any word but this. */
    static Criterion not(String word) {
        return new Criterion("\"<>" + word + "\"", word, true);
    }

    /** The word in a cell, or under a name. */
    static Criterion at(String reference, String word) {
        return new Criterion(reference, word, false);
    }

    /** Whether a cell's words pass. */
    boolean accepts(String words) {
        return a1 == null || words.equals(wanted) != negated;
    }
}
