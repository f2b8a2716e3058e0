package io.quittance.bookkeeping;

import io.quittance.identity.Uuid5;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Journal;
import io.quittance.ledger.JournalDraft;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/**
 * The journal of input tax that waited for a payment: what stood on {@link Chart#WAITING_TAX} may be deducted from the day of the
 * payment on. When the money comes back it waits again.
 */
public final class WaitingTaxBooking {

    private WaitingTaxBooking() {}

    /**
     * What happened.
     *
     * @param id the payment, or the netting
     * @param kind {@code SETTLED}, {@code RETURNED} or {@code NETTED}
     */
    public record Paid(String id, String kind, LocalDate on) {

        /** The key of the event of one entity: there is one journal of it, for ever. */
        public String eventKey() {
            return "input-tax:" + id + ":" + kind.toLowerCase(Locale.ROOT);
        }

        /** The id of that journal. */
        public UUID journal() {
            return Uuid5.of(eventKey());
        }

        /** Whether the money came back. */
        public boolean cameBack() {
            return kind.equals("RETURNED");
        }
    }

    /**
     * The journal; empty when nothing moves.
     *
     * @param deductible negative when it waits again, or for credit notes
     */
    public static Optional<Journal> moved(Paid paid, String entity, Money deductible) {
        if (deductible.isZero()) {
            return Optional.empty();
        }
        return Optional.of(new JournalDraft()
                .debit(Chart.INPUT_TAX, deductible)
                .credit(Chart.WAITING_TAX, deductible)
                .build(paid.journal(), entity, paid.eventKey(), "INPUT_TAX_PAID", paid.on(), paid.id()));
    }
}
