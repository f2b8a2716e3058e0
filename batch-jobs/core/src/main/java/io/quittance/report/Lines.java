package io.quittance.report;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns records into the lines of a sheet, one after another, and shows each line to the tallies. */
final class Lines {

    private Lines() {}

    /** How a record becomes a line. */
    @FunctionalInterface
    interface Drawing<T> {
        /** Draws the record as the line that stands in this 1-based row. */
        Row draw(T line, int row);
    }

    /** @throws IllegalStateException on a second reading, which would count everything twice */
    static <T> RowSource of(SheetPlan plan, Supplier<Stream<T>> source, Drawing<T> drawing, List<Tally> tallies) {
        var read = new AtomicBoolean();
        return sink -> {
            if (read.getAndSet(true)) {
                throw new IllegalStateException("Sheet " + plan.name() + " was read already");
            }
            try (Stream<T> stream = source.get()) {
                int row = plan.firstRow();
                for (var lines = stream.iterator(); lines.hasNext(); row++) {
                    Row line = drawing.draw(lines.next(), row);
                    tallies.forEach(tally -> tally.accept(line));
                    sink.accept(line);
                }
            }
        };
    }
}
