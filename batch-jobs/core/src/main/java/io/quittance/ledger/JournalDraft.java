package io.quittance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A journal being written. Legs that move nothing are left out, so that rules can be written without asking.
 * {@link #build} refuses what does not balance.
 */
public final class JournalDraft {

    private final List<Posting> postings = new ArrayList<>();

    /** Debits an account; a negative amount is a credit. */
    public JournalDraft debit(Account account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account.code(), amount));
        }
        return this;
    }

    /** Credits an account; a negative amount is a debit. */
    public JournalDraft credit(Account account, Money amount) {
        return debit(account, amount.negated());
    }

    /** Whether no leg has moved anything yet. */
    public boolean isEmpty() {
        return postings.isEmpty();
    }

    /** The finished journal. @throws IllegalArgumentException when a currency does not sum to zero */
    public Journal build(
            UUID id, String entity, String eventKey, String kind, LocalDate businessDate, String reference) {
        return new Journal(id, entity, eventKey, kind, businessDate, reference, null, postings);
    }
}
