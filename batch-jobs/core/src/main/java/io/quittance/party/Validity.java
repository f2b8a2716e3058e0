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
}
