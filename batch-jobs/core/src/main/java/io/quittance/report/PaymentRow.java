package io.quittance.report;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment, for the sheet Payments.
 *
 * @param account of the payee, masked: the workbook is not the place to read it
 * @param documents how many it settles
 * @param file the payment file it travels in, null before release
 * @param reason why the bank refused or returned it, null when it did not
 * @param journal of its release, null before release
 */
public record PaymentRow(
        String payment,
        String run,
        String entity,
        String rail,
        String contractor,
        String name,
        String account,
        Money amount,
        int documents,
        LocalDate executionDate,
        @Nullable String file,
        String endToEndId,
        Status status,
        @Nullable String reason,
        @Nullable String journal) {

    /** How far a payment has come, by what the ledger and the bank say. */
    public enum Status {
        /** Part of a run that is not released: no file, no journal. */
        PROPOSED,
        /** Ordered from the bank; nothing heard. */
        RELEASED,
        /** The bank took the order. */
        ACCEPTED,
        /** The bank refused the order. */
        REJECTED,
        /** The bank booked it. */
        SETTLED,
        /** The bank booked it, and it came back. */
        RETURNED
    }
}
