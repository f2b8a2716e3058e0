package io.quittance.reconciliation;

import io.quittance.reconciliation.Statement.Batch;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.Statement.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The matching ladder: end-to-end id first, then our own id within its batch, then the batch as one sum. Only exact agreement
 * closes anything by itself; whatever is left goes to a person. A payment that is matched is reserved: no second transaction
 * may take it.
 */
public final class StatementMatcher {

    /** What banks write where no end-to-end id was given (EPC, SWIFT). */
    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF");

    private final SentPayments sent;
    private final Map<String, SentPayment.State> reserved = new HashMap<>();

    public StatementMatcher(SentPayments sent) {
        this.sent = sent;
    }

    /** Matches one transaction of an entry. */
    public Match match(Entry entry, Transaction transaction) {
        Optional<SentPayment> named = named(transaction);
        if (named.isPresent()) {
            SentPayment payment = named.get();
            Match match = transaction.amount().isPositive()
                    ? returned(entry, transaction, payment)
                    : settled(entry, transaction, payment);
            reserve(match);
            return match;
        }
        // Some banks tell of a whole batch as the one transaction of its entry.
        if (isNameless(transaction) && entry.transactions().size() == 1) {
            return batch(entry, transaction.paymentInformationId());
        }
        return new Match.Unmatched("no payment of ours has end-to-end id " + transaction.endToEndId());
    }

    /** Matches an entry that has no transactions of its own. */
    public Match match(Entry entry) {
        return batch(entry, null);
    }

    private Optional<SentPayment> named(Transaction transaction) {
        if (!isNameless(transaction)) {
            return Optional.ofNullable(transaction.endToEndId()).flatMap(sent::byEndToEndId);
        }
        return Optional.ofNullable(transaction.paymentInformationId()).stream()
                .flatMap(batch -> sent.ofBatch(batch).stream())
                .filter(payment -> payment.id().equals(transaction.instructionId()))
                .findFirst();
    }

    private static boolean isNameless(Transaction transaction) {
        return transaction.endToEndId() == null || NO_REFERENCE.contains(transaction.endToEndId());
    }

    /** @param stated the batch that the only transaction names, where the entry itself names none */
    private Match batch(Entry entry, @Nullable String stated) {
        Batch batch = entry.batch();
        String id = batch == null || batch.paymentInformationId() == null ? stated : batch.paymentInformationId();
        if (id == null) {
            return new Match.Unmatched("names neither a payment nor a batch");
        }
        List<SentPayment> all = sent.ofBatch(id);
        List<SentPayment> open = all.stream()
                .filter(payment -> state(payment) == SentPayment.State.ORDERED)
                .toList();
        if (open.isEmpty()) {
            return new Match.Unmatched("no open payment of ours is in batch " + id);
        }
        Match match = lot(entry, id, open, all.size());
        reserve(match);
        return match;
    }

    /** A count that the bank states is that of the open payments, or of all that were ordered. */
    private static Match lot(Entry entry, String id, List<SentPayment> open, int ordered) {
        Money sum = Money.total(open.stream().map(SentPayment::amount).toList());
        Integer stated = entry.batch() == null ? null : entry.batch().count();
        boolean counted = stated == null || stated == open.size() || stated == ordered;
        if (entry.reversal() || !counted || !sum.negated().equals(entry.amount())) {
            return new Match.Mismatch(
                    open.getFirst(),
                    "batch " + id + " of " + open.size() + " open payments is " + sum + ", booked " + entry.amount()
                            + (stated == null ? "" : " for " + stated + " payments")
                            + (entry.reversal() ? " as a reversal" : ""));
        }
        return new Match.Lot(open, "batch " + id + ": " + open.size() + " payments, " + sum);
    }

    private Match settled(Entry entry, Transaction transaction, SentPayment payment) {
        if (entry.reversal() || transaction.returnReason() != null) {
            return new Match.Mismatch(payment, "money went out as a return or reversal, not as our order");
        }
        if (state(payment) != SentPayment.State.ORDERED) {
            return new Match.Mismatch(payment, "executed, but the payment is " + state(payment) + " already");
        }
        Money out = transaction.amount().negated();
        Money none = Money.zero(out.getCurrencyUnit());
        if (out.equals(payment.amount())) {
            // Charges that are stated beside the exact amount are not part of it.
            return new Match.Settled(payment, out, none, Match.Kind.EXACT, "end-to-end id and amount");
        }
        Money charges = transaction.charges() == null ? none : transaction.charges();
        Money taken = out.minus(charges);
        if (taken.equals(payment.amount())) {
            return new Match.Settled(
                    payment, taken, charges, Match.Kind.FEE, "end-to-end id and amount without stated charges");
        }
        if (isConverted(taken, transaction, payment)) {
            return new Match.Settled(payment, taken, charges, Match.Kind.FX, "end-to-end id and instructed amount");
        }
        return new Match.Mismatch(
                payment, "ordered " + payment.amount() + ", booked " + out + " of which charges " + charges);
    }

    private static boolean isConverted(Money taken, Transaction transaction, SentPayment payment) {
        return !taken.isSameCurrency(payment.amount())
                && taken.isPositive()
                && payment.amount().equals(transaction.instructed());
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
