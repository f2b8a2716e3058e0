package io.quittance.reconciliation;

import org.joda.money.Money;

/**
 * A released payment as matching sees it.
 *
 * @param amount what was ordered
 * @param booked what its documents were booked at, in functional currency
 * @param uetr its {@code UETR}, lower case
 * @param batch its {@code PmtInfId}
 * @param debitAccount our short name of the account it was ordered from: on no other statement it is ours
 */
public record SentPayment(
        String id,
        String entity,
        Money amount,
        Money booked,
        String endToEndId,
        String uetr,
        String batch,
        String debitAccount,
        State state) {

    /** Whether its documents are open again: the bank refused it, or gave the money back. */
    public boolean isUndone() {
        return state.isUndone();
    }

    /** How far the bank is with it. */
    public enum State {
        /** Released; the bank has not refused it. */
        ORDERED,
        REJECTED,
        SETTLED,
        RETURNED;

        /** Whether what it paid is open again. */
        boolean isUndone() {
            return this == REJECTED || this == RETURNED;
        }
    }
}
