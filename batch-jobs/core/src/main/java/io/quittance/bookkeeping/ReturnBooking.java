package io.quittance.bookkeeping;

import io.quittance.identity.Uuid5;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Journal;
import io.quittance.ledger.JournalDraft;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/** The journal of a closed VAT return: what the rounding of its form makes of the tax in the ledger. */
public final class ReturnBooking {

    private ReturnBooking() {}

    /**
     * The journal; none when the form rounds nothing.
     *
     * @param reference what people know the return by: {@code NL-BV/NL/2026-11}
     * @param rounding net tax as declared less net tax of the ledger; positive is owed more
     */
    public static Optional<Journal> closed(String entity, String reference, Money rounding, LocalDate businessDate) {
        if (rounding.isZero()) {
            return Optional.empty();
        }
        String eventKey = "vat-return:" + reference + ":closed";
        return Optional.of(new JournalDraft()
                .debit(Chart.RETURN_DIFFERENCE, rounding)
                .credit(Chart.RETURN_ROUNDING, rounding)
                .build(Uuid5.of(eventKey), entity, eventKey, "VAT_CLOSED", businessDate, reference));
    }
}
