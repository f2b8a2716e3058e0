package io.quittance.reconciliation;

import io.quittance.reconciliation.Statement.Batch;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.Statement.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The matching ladder: end-to-end id first, then the batch as one sum. Only exact agreement closes anything by itself;
 * whatever is left goes to a person. A payment that is matched is reserved: no second transaction may take it.
 */
public final class StatementMatcher {

    private final SentPayments sent;
    private final Map<String, SentPayment.State> reserved = new HashMap<>();

    public StatementMatcher(SentPayments sent) {
        this.sent = sent;
    }

    /** Matches one transaction of an entry. */
    public Match match(Entry entry, Transaction transaction) {
        Optional<SentPayment> named =
                Optional.ofNullable(transaction.endToEndId()).flatMap(sent::byEndToEndId);
        if (named.isEmpty()) {
            return new Match.Unmatched("no payment of ours has end-to-end id " + transaction.endToEndId());
        }
        SentPayment payment = named.get();
        Match match =
                entry.amount().isPositive() ? returned(entry, transaction, payment) : settled(transaction, payment);
        reserve(match);
        return match;
    }

    /** Matches an entry that has no transactions of its own. */
    public Match match(Entry entry) {
        Batch batch = entry.batch();
        if (batch == null || batch.paymentInformationId() == null) {
            return new Match.Unmatched("names neither a payment nor a batch");
        }
        List<SentPayment> open = sent.ofBatch(batch.paymentInformationId()).stream()
                .filter(payment -> state(payment) == SentPayment.State.ORDERED)
                .toList();
        if (open.isEmpty()) {
            return new Match.Unmatched("no open payment of ours is in batch " + batch.paymentInformationId());
        }
        Money sum = Money.total(open.stream().map(SentPayment::amount).toList());
        if (!sum.negated().equals(entry.amount())) {
            return new Match.Mismatch(
                    open.getFirst(),
                    "batch of " + open.size() + " open payments is " + sum + ", booked " + entry.amount());
        }
        var lot =
                new Match.Lot(open, "batch " + batch.paymentInformationId() + ": " + open.size() + " payments, " + sum);
        open.forEach(payment -> reserved.put(payment.id(), SentPayment.State.SETTLED));
        return lot;
    }

    private Match settled(Transaction transaction, SentPayment payment) {
        if (state(payment) != SentPayment.State.ORDERED) {
            return new Match.Mismatch(payment, "executed, but the payment is " + state(payment) + " already");
        }
        Money out = transaction.amount().negated();
        Money charges = transaction.charges() == null ? Money.zero(out.getCurrencyUnit()) : transaction.charges();
        Money taken = out.minus(charges);
        if (taken.equals(payment.amount())) {
            return new Match.Settled(
                    payment,
                    taken,
                    charges,
                    charges.isZero() ? Match.Kind.EXACT : Match.Kind.FEE,
                    "end-to-end id and amount");
        }
        if (!taken.isSameCurrency(payment.amount()) && payment.amount().equals(transaction.instructed())) {
            return new Match.Settled(payment, taken, charges, Match.Kind.FX, "end-to-end id and instructed amount");
        }
        return new Match.Mismatch(
                payment, "ordered " + payment.amount() + ", booked " + out + " of which charges " + charges);
    }

    private Match returned(Entry entry, Transaction transaction, SentPayment payment) {
        if (transaction.returnReason() == null && !entry.reversal()) {
            return new Match.Mismatch(payment, "money came in under our end-to-end id, but it is no return");
        }
        if (state(payment) != SentPayment.State.SETTLED) {
            return new Match.Mismatch(payment, "returned, but the payment is " + state(payment));
        }
        Money received = transaction.amount();
        if (received.isSameCurrency(payment.amount()) && received.isGreaterThan(payment.amount())) {
            return new Match.Mismatch(payment, "more came back, " + received + ", than was paid, " + payment.amount());
        }
        String reason = transaction.returnReason() == null ? "reversal" : transaction.returnReason();
        return new Match.Returned(payment, received, reason, "end-to-end id of a return");
    }

    private SentPayment.State state(SentPayment payment) {
        return reserved.getOrDefault(payment.id(), payment.state());
    }

    private void reserve(Match match) {
        switch (match) {
            case Match.Settled settled -> reserved.put(settled.payment().id(), SentPayment.State.SETTLED);
            case Match.Returned returned -> reserved.put(returned.payment().id(), SentPayment.State.RETURNED);
            case Match.Lot lot ->
                lot.payments().forEach(payment -> reserved.put(payment.id(), SentPayment.State.SETTLED));
            case Match.Mismatch mismatch -> {}
            case Match.Unmatched unmatched -> {}
        }
    }
}
