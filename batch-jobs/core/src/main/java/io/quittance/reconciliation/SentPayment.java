package io.quittance.reconciliation;

import org.joda.money.Money;

/**
 * A released payment as matching sees it.
 *
 * @param amount what was ordered
 * @param booked what its documents were booked at, in functional currency
 * @param batch its {@code PmtInfId}
 */
public record SentPayment(
        String id, String entity, Money amount, Money booked, String endToEndId, String batch, State state) {

    /** How far the bank is with it. */
    public enum State {
        /** Released; the bank has not refused it. */
        ORDERED,
        REJECTED,
        SETTLED,
        RETURNED
    }
}
