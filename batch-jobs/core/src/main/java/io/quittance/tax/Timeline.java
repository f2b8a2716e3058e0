package io.quittance.tax;

import io.quittance.tax.Series.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Rows by the days on which they speak, found by bisection: as quick with a thousand changes as with one. Immutable.
 *
 * @param <R> a row
 */
final class Timeline<R> {

    private final long[] starts;
    private final List<List<R>> rows;

    private Timeline(long[] starts, List<List<R>> rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /**
     * The timeline of these stretches, which keep their order on each day.
     *
     * @param told what is left of the rows of a day, e.g. in another order
     */
    static <R> Timeline<R> of(List<Stretch<R>> stretches, UnaryOperator<List<R>> told) {
        TreeMap<Long, List<Integer>> changes = changes(stretches);
        var starts = new long[changes.size()];
        var rows = new ArrayList<List<R>>(changes.size());
        var speaking = new TreeMap<Integer, R>();
        for (var change : changes.entrySet()) {
            for (int index : change.getValue()) {
                if (speaking.remove(index) == null) {
                    speaking.put(index, stretches.get(index).row());
                }
            }
            starts[rows.size()] = change.getKey();
            rows.add(List.copyOf(told.apply(List.copyOf(speaking.values()))));
        }
        return new Timeline<>(starts, rows);
    }

    /** On each day on which something changes, the stretches that begin, or ended the day before. */
    private static TreeMap<Long, List<Integer>> changes(List<? extends Stretch<?>> stretches) {
        var changes = new TreeMap<Long, List<Integer>>();
        for (int i = 0; i < stretches.size(); i++) {
            LocalDate to = stretches.get(i).days().to();
            change(changes, stretches.get(i).days().from().toEpochDay(), i);
            if (to != null) {
                change(changes, to.toEpochDay() + 1, i);
            }
        }
        return changes;
    }

    private static void change(TreeMap<Long, List<Integer>> changes, long day, int index) {
        changes.computeIfAbsent(day, at -> new ArrayList<>(1)).add(index);
    }

    /** The rows that speak on a day; none when nothing does. */
    List<R> on(LocalDate day) {
        int found = Arrays.binarySearch(starts, day.toEpochDay());
        int at = found >= 0 ? found : -found - 2;
        return at < 0 ? List.of() : rows.get(at);
    }
}
