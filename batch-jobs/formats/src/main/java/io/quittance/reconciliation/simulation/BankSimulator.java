package io.quittance.reconciliation.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers payment files as a scenario says. */
public final class BankSimulator {

    private BankSimulator() {}

    /** What became of a file: a status for every payment. */
    public static byte[] statusReport(byte[] pain001, Scenario scenario) {
        return Pain002Writer.write(OrderFile.read(pain001), scenario);
    }

    /**
     * The day's statement: one for each debit account of the files, in order of their numbers.
     *
     * @throws IllegalArgumentException when the scenario names a payment that no file orders, or lacks a balance or rate
     */
    public static byte[] statement(List<byte[]> pain001s, Scenario scenario) {
        List<Booking> bookings = new ArrayList<>();
        for (OrderBatch batch : batches(pain001s, scenario)) {
            bookings.addAll(Booking.debits(batch, scenario));
            bookings.addAll(Booking.returns(batch, scenario));
        }
        return Camt053Writer.write(bookings, scenario);
    }

    /** The statement of a later day, on which nothing but the returns of the scenario is booked. */
    public static byte[] returns(List<byte[]> pain001s, Scenario scenario) {
        List<Booking> bookings = new ArrayList<>();
        batches(pain001s, scenario).forEach(batch -> bookings.addAll(Booking.returns(batch, scenario)));
        return Camt053Writer.write(bookings, scenario);
    }

    private static List<OrderBatch> batches(List<byte[]> pain001s, Scenario scenario) {
        List<OrderBatch> batches = pain001s.stream()
                .map(OrderFile::read)
                .flatMap(file -> file.batches().stream())
                .toList();
        demandThatAllAreOrdered(batches, scenario);
        return batches;
    }

    private static void demandThatAllAreOrdered(List<OrderBatch> batches, Scenario scenario) {
        Set<String> ordered = new HashSet<>();
        batches.stream().flatMap(batch -> batch.orders().stream()).forEach(order -> {
            ordered.add(order.instructionId());
            ordered.add(order.endToEndId());
        });
        Set<String> named = new TreeSet<>(scenario.rejected().keySet());
        named.addAll(scenario.returned().keySet());
        named.addAll(scenario.charges().keySet());
        named.removeAll(ordered);
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("The scenario names payments that no file orders: " + named);
        }
    }
}
