package io.quittance.invoice;

import java.time.LocalDate;

/**
 * The days that something was done on, both ends included.
 *
 * @param from BT-134, or BT-73 of the document
 * @param to BT-135, or BT-74 of the document
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on " + to + " before it begins on " + from);
        }
    }

    /** Whether all days of the other are days of this one. */
    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** Whether both have a day in common. */
    public boolean overlaps(Period other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /** {@code 2026-11-02 to 2026-11-08}. */
    @Override
    public String toString() {
        return from + " to " + to;
    }
}
