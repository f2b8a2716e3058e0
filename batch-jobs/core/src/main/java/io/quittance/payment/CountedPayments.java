package io.quittance.payment;

import io.quittance.withholding.Earlier;
import io.quittance.withholding.EarlierPayments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What counts towards the thresholds of persons: stored by earlier runs, and planned by this one. The stored ones are read once
 * for as long as the same person is asked for, so that a run's work grows with its documents and not with their square.
 */
final class CountedPayments {

    private final EarlierPayments stored;
    private final LocalDate payDate;
    private final Map<String, Map<UUID, List<Earlier>>> planned = new HashMap<>();
    private Read read = new Read("", LocalDate.MAX, LocalDate.MIN, List.of());

    CountedPayments(EarlierPayments stored, LocalDate payDate) {
        this.stored = stored;
        this.payDate = payDate;
    }

    /** What was read last, of whom and of which days. */
    private record Read(String person, LocalDate from, LocalDate to, List<Earlier> found) {
        boolean covers(String who, LocalDate first, LocalDate last) {
            return person.equals(who) && !first.isBefore(from) && !last.isAfter(to);
        }
    }

    /** From now on this run's payment counts. */
    void keep(Deduction paid) {
        planned.computeIfAbsent(paid.person(), person -> new HashMap<>())
                .computeIfAbsent(paid.invoice(), invoice -> new ArrayList<>())
                .add(counted(paid));
    }

    /**
     * Payments to a contractor's person that count on these days, and others with them. A run that was begun again finds some of its
     * own payments stored: each document counts once.
     */
    List<Earlier> of(String contractor, String person, LocalDate from, LocalDate to) {
        Map<UUID, List<Earlier>> own = planned.getOrDefault(person, Map.of());
        List<Earlier> known = new ArrayList<>(stored(contractor, person, from, to));
        known.removeIf(one -> own.containsKey(one.document()));
        own.values().forEach(known::addAll);
        return known;
    }

    private List<Earlier> stored(String contractor, String person, LocalDate from, LocalDate to) {
        if (!read.covers(person, from, to)) {
            // The widest days that thresholds of a run ask for: a fee credited last year may be paid now.
            LocalDate first = earlier(from, payDate.minusYears(1).withDayOfYear(1));
            LocalDate last = payDate.plusYears(1).isBefore(to) ? to : payDate.plusYears(1);
            first = read.person().equals(person) ? earlier(first, read.from()) : first;
            read = new Read(person, first, last, stored.of(contractor, first, last));
        }
        return read.found();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static Earlier counted(Deduction one) {
        return new Earlier(
                one.invoice(),
                one.part().head(),
                one.part().countedOn(),
                one.part().base(),
                one.part().taxed());
    }
}
