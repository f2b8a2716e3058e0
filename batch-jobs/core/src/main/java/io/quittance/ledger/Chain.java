package io.quittance.ledger;

import io.quittance.identity.Canonical;
import org.joda.money.Money;

/**
 * The chain over sealed journals: each hash covers the journal, its gap-free number and the hash before it. Whoever
 * changes, removes, swaps or inserts a journal breaks every later hash; whoever rebuilds them all fails against the
 * head that was exported with a run.
 */
public final class Chain {

    /** What stands before the first journal. */
    public static final byte[] ORIGIN = new byte[32];

    private static final String FORM = "quittance-journal/1";

    private Chain() {}

    /**
     * The hash of one sealed journal.
     *
     * @param number its gap-free number, from 1
     * @param previous the hash of number - 1, {@link #ORIGIN} before the first
     */
    public static byte[] hash(long number, byte[] previous, Journal journal) {
        if (number < 1 || previous.length != ORIGIN.length) {
            throw new IllegalArgumentException(
                    "Journal number " + number + " cannot follow a hash of " + previous.length + " bytes");
        }
        var canonical = Canonical.form(FORM)
                .number(number)
                .bytes(previous)
                .text(journal.id().toString())
                .text(journal.entity())
                .text(journal.eventKey())
                .text(journal.kind())
                .text(journal.businessDate().toString())
                .text(journal.reference())
                .text(journal.reverses() == null ? null : journal.reverses().toString())
                .number(journal.postings().size());
        for (Posting posting : journal.postings()) {
            Money amount = posting.amount();
            canonical
                    .text(posting.account())
                    .text(amount.getCurrencyUnit().getCode())
                    .number(amount.getAmountMinorLong());
        }
        return canonical.toBytes();
    }
}
