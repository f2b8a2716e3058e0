package io.quittance.table;

import io.quittance.finding.Place;
import java.io.Serial;

/** A table is not what it must be. Names file, line and column; of a configuration table it stops the start (exit 78). */
public final class TableError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String reason;

    public TableError(Place place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Where: file, line and column as far as they are known. */
    public Place place() {
        return place;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }
}
