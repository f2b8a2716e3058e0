package io.quittance.ledger;

import org.joda.money.Money;

/**
 * One leg of a journal.
 *
 * @param account code of the account
 * @param amount debit positive, credit negative, never zero
 */
public record Posting(String account, Money amount) {

    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A posting on " + account + " moves nothing");
        }
    }
}
