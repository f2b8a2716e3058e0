package io.quittance.party;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a fact holds, both ends inclusive.
 *
 * @param from first day
 * @param to last day, null for open end
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Validity ends on " + to + " before it begins on " + from);
        }
    }

    /** Whether the fact holds on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether both hold on some same day. */
    public boolean overlaps(Validity other) {
        return covers(other.from) || other.covers(from);
    }

    /** {@code 2026-01-01 to 2026-12-31}, or {@code from 2026-01-01}. */
    @Override
    public String toString() {
        return to == null ? "from " + from : from + " to " + to;
    }
}
