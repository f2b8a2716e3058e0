package io.quittance.report;

import java.util.function.Consumer;

/** Rows that are pushed one after another, so that a million of them need no memory and their source is closed in any case. */
@FunctionalInterface
public interface RowSource {

    /** Hands over every row, in order. */
    void each(Consumer<Row> sink);

    /** No rows. */
    static RowSource none() {
        return sink -> {};
    }
}
