package io.quittance.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * Two figures, found by independent paths, that must be equal.
 *
 * @param id stable, e.g. {@code T-01}
 * @param scope the entity or run it is about
 * @param currency of the two amounts in minor units; null when they are counts
 */
public record Tie(
        String id, String scope, String title, @Nullable String currency, long expected, long actual) {

    public boolean passes() {
        return expected == actual;
    }

    public long difference() {
        return actual - expected;
    }
}
