package io.quittance.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A balanced set of postings: they sum to zero in each currency, or it cannot be built.
 *
 * @param id UUID v5 of the event key
 * @param entity whose books
 * @param eventKey the idempotency key, e.g. {@code invoice:<id>:accepted}; one journal per key, for ever
 * @param kind {@code ACCEPTED}, {@code RELEASED}, {@code SETTLED}, {@code RETURNED},
 *     {@code FX_DIFFERENCE}, {@code UNEXPLAINED}, {@code VAT_CLOSED}, {@code REVERSAL}
 * @param businessDate the day it is booked on
 * @param reference what people know the event by: invoice number, payment id, statement entry
 * @param reverses the journal that this one takes back, null for an original
 */
public record Journal(
        UUID id,
        String entity,
        String eventKey,
        String kind,
        LocalDate businessDate,
        String reference,
        @Nullable UUID reverses,
        List<Posting> postings) {

    public Journal {
        postings = List.copyOf(postings);
        Balance.requireZero(eventKey, postings);
    }

    /** The journal that takes this one back: every posting with the other sign. */
    public Journal reversal(UUID reversalId, String reversalKey, LocalDate on) {
        List<Posting> back = postings.stream()
                .map(posting -> new Posting(posting.account(), posting.amount().negated()))
                .toList();
        return new Journal(reversalId, entity, reversalKey, "REVERSAL", on, reference, id, back);
    }
}
