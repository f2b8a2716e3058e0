package io.quittance.tax;

import io.quittance.party.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which row of a series speaks on which days: of several that hold, the one that was recorded last. */
final class Series {

    /** The days on which a row speaks. */
    record Stretch<R>(R row, Validity days) {}

    private static final Comparator<DatedRow> LAST_RECORDED = Comparator.comparing(DatedRow::recordedAt);

    private Series() {}

    /**
     * The stretches of these rows, series by series in the order of each one's first row.
     *
     * @throws IllegalArgumentException when two rows have one id, or two rows of one series and recording hold on the same day
     */
    static <R extends DatedRow> List<Stretch<R>> stretches(Collection<R> rows) {
        unique(rows);
        Map<String, List<R>> series = new LinkedHashMap<>();
        rows.forEach(row ->
                series.computeIfAbsent(row.series(), name -> new ArrayList<>(1)).add(row));
        var stretches = new ArrayList<Stretch<R>>(rows.size());
        series.forEach((name, members) -> {
            noOverlap(name, members);
            stretches.addAll(isCorrected(members) ? corrected(members) : asWritten(members));
        });
        return stretches;
    }

    private static void unique(Collection<? extends DatedRow> rows) {
        var seen = new HashSet<String>();
        for (DatedRow row : rows) {
            if (!seen.add(row.id())) {
                throw new RowsContradict("Two rows have the id " + row.id(), row.id(), row.id());
            }
        }
    }

    private static void noOverlap(String name, List<? extends DatedRow> members) {
        if (members.size() == 1) {
            return;
        }
        members.stream()
                .collect(Collectors.groupingBy(DatedRow::recordedAt))
                .values()
                .forEach(recording -> noOverlapWithin(name, recording));
    }

    private static void noOverlapWithin(String name, List<? extends DatedRow> recording) {
        List<? extends DatedRow> ordered = recording.stream()
                .sorted(Comparator.comparing(row -> row.validity().from()))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            DatedRow before = ordered.get(i - 1);
            DatedRow row = ordered.get(i);
            LocalDate from = row.validity().from();
            if (before.validity().covers(from)) {
                throw new RowsContradict("Two rows of %s hold on %s".formatted(name, from), before.id(), row.id());
            }
        }
    }

    private static boolean isCorrected(List<? extends DatedRow> members) {
        LocalDate first = members.getFirst().recordedAt();
        return members.stream().anyMatch(row -> !row.recordedAt().equals(first));
    }

    private static <R extends DatedRow> List<Stretch<R>> asWritten(List<R> members) {
        return members.stream().map(row -> new Stretch<>(row, row.validity())).toList();
    }

    /** From one day on which some row begins, or has just ended, to the next, the same row speaks. */
    private static <R extends DatedRow> List<Stretch<R>> corrected(List<R> members) {
        var stretches = new ArrayList<Stretch<R>>();
        List<LocalDate> turns = List.copyOf(turns(members));
        for (int i = 0; i < turns.size(); i++) {
            LocalDate from = turns.get(i);
            LocalDate to = i + 1 < turns.size() ? turns.get(i + 1).minusDays(1) : null;
            members.stream()
                    .filter(row -> row.validity().covers(from))
                    .max(LAST_RECORDED)
                    .ifPresent(row -> append(stretches, row, new Validity(from, to)));
        }
        return stretches;
    }

    private static TreeSet<LocalDate> turns(List<? extends DatedRow> members) {
        var turns = new TreeSet<LocalDate>();
        for (DatedRow row : members) {
            turns.add(row.validity().from());
            LocalDate to = row.validity().to();
            if (to != null) {
                turns.add(to.plusDays(1));
            }
        }
        return turns;
    }

    private static <R extends DatedRow> void append(List<Stretch<R>> stretches, R row, Validity days) {
        Stretch<R> last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.row().equals(row) && follows(last.days().to(), days.from())) {
            stretches.removeLast();
            stretches.add(new Stretch<>(row, new Validity(last.days().from(), days.to())));
        } else {
            stretches.add(new Stretch<>(row, days));
        }
    }

    private static boolean follows(@Nullable LocalDate end, LocalDate start) {
        return Objects.equals(end, start.minusDays(1));
    }
}
