package io.quittance.reconciliation;

import java.util.List;
import org.joda.money.Money;

/** What a transaction on a statement turned out to be. */
public sealed interface Match {

    /** How the match came about, for the accountant: the step of the ladder and what it compared. */
    String rule();

    /** One payment was executed: {@code taken} for it, {@code charges} beside it, both in the account's currency. */
    record Settled(SentPayment payment, Money taken, Money charges, Kind kind, String rule) implements Match {}

    /** A batch was booked as one sum: these payments were executed, each at its own amount. */
    record Lot(List<SentPayment> payments, String rule) implements Match {
        public Lot {
            payments = List.copyOf(payments);
        }
    }

    /** A payment came back. */
    record Returned(SentPayment payment, Money received, String reason, String rule) implements Match {}

    /**
     * It names a payment of ours, but the figures do not agree: a person decides.
     *
     * @param afterAll money went out for a payment that the bank had refused or given back
     */
    record Mismatch(SentPayment payment, boolean afterAll, String rule) implements Match {}

    /**
     * It names a batch of ours, but the figures do not agree: it may be about any payment of the batch.
     *
     * @param payment one of them
     * @param batch {@code PmtInfId}
     * @param afterAll money went out, and among them are some that the bank had refused or given back
     */
    record LotMismatch(SentPayment payment, String batch, boolean afterAll, String rule) implements Match {}

    /** It names nothing of ours. */
    record Unmatched(String rule) implements Match {}

    /** Why the amount on the account is what it is. */
    enum Kind {
        /** The amount ordered, in its own currency. */
        EXACT,
        /** The amount ordered, converted by the bank. */
        FX,
        /** The amount ordered and charges that the bank states. */
        FEE
    }
}
