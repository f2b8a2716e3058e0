package io.quittance.reconciliation;

import io.quittance.reconciliation.Statement.Batch;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.Statement.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The matching ladder: end-to-end id first, then UETR, then our own id within its batch, then the batch as one sum. Only
 * exact agreement closes anything by itself, on the account that it was ordered from; whatever is left goes to a person.
 * A payment that is matched is reserved: no second transaction may take it.
 */
public final class StatementMatcher {

    /** What banks write where no end-to-end id was given (EPC, SWIFT). */
    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF");

    private final SentPayments sent;
    private final String account;
    private final Map<String, SentPayment.State> reserved = new HashMap<>();

    /** @param account our short name of the account whose statement it is */
    public StatementMatcher(SentPayments sent, String account) {
        this.sent = sent;
        this.account = account;
    }

    /** A payment, and the reference that names it. */
    private record Named(SentPayment payment, String by) {}

    /** Matches one transaction of an entry. */
    public Match match(Entry entry, Transaction transaction) {
        Optional<Named> named = named(transaction);
        if (named.isPresent()) {
            Match match = compared(entry, transaction, named.get());
            reserve(match);
            return match;
        }
        // Some banks tell of a whole batch as the one transaction of its entry.
        if (isNameless(transaction) && entry.transactions().size() == 1) {
            return batch(entry, transaction.paymentInformationId());
        }
        return new Match.Unmatched("no payment of ours has end-to-end id " + transaction.endToEndId());
    }

    private Match compared(Entry entry, Transaction transaction, Named named) {
        SentPayment payment = named.payment();
        Optional<SentPayment> other =
                byUetr(transaction).filter(one -> !one.id().equals(payment.id()));
        if (other.isPresent()) {
            return mismatch(
                    transaction,
                    payment,
                    named.by() + " names " + payment.id() + ", UETR names "
                            + other.get().id());
        }
        if (!payment.debitAccount().equals(account)) {
            return mismatch(transaction, payment, elsewhere(payment));
        }
        return transaction.amount().isPositive()
                ? returned(entry, transaction, named)
                : settled(entry, transaction, named);
    }

    private String elsewhere(SentPayment payment) {
        return "ordered from " + payment.debitAccount() + ", booked on " + account;
    }

    private Match.Mismatch mismatch(Transaction transaction, SentPayment payment, String rule) {
        boolean afterAll = transaction.amount().isNegative() && state(payment).isUndone();
        return new Match.Mismatch(payment, afterAll, rule);
    }

    /** Matches an entry that has no transactions of its own. */
    public Match match(Entry entry) {
        return batch(entry, null);
    }

    private Optional<Named> named(Transaction transaction) {
        return byEndToEndId(transaction)
                .map(payment -> new Named(payment, "end-to-end id"))
                .or(() -> byUetr(transaction).map(payment -> new Named(payment, "UETR")))
                .or(() -> byInstruction(transaction).map(payment -> new Named(payment, "our id in its batch")));
    }

    private Optional<SentPayment> byEndToEndId(Transaction transaction) {
        return isNameless(transaction)
                ? Optional.empty()
                : Optional.ofNullable(transaction.endToEndId()).flatMap(sent::byEndToEndId);
    }

    private Optional<SentPayment> byUetr(Transaction transaction) {
        return Optional.ofNullable(transaction.uetr())
                .map(uetr -> uetr.toLowerCase(Locale.ROOT))
                .flatMap(sent::byUetr);
    }

    private Optional<SentPayment> byInstruction(Transaction transaction) {
        return Optional.ofNullable(transaction.paymentInformationId()).stream()
                .filter(batch -> isNameless(transaction))
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
        if (all.isEmpty()) {
            return new Match.Unmatched("no payment of ours is in batch " + id);
        }
        Match match = lot(entry, id, all);
        reserve(match);
        return match;
    }

    private Match lot(Entry entry, String id, List<SentPayment> all) {
        List<SentPayment> open = all.stream()
                .filter(payment -> state(payment) == SentPayment.State.ORDERED)
                .toList();
        if (open.isEmpty()) {
            return mismatch(entry, id, all, "no payment of batch " + id + " is open");
        }
        if (!open.getFirst().debitAccount().equals(account)) {
            return mismatch(entry, id, all, "batch " + id + " was " + elsewhere(open.getFirst()));
        }
        Money sum = Money.total(open.stream().map(SentPayment::amount).toList());
        if (entry.reversal() || !isCounted(entry, open, all) || !sum.negated().equals(entry.amount())) {
            return mismatch(entry, id, all, difference(entry, id, open.size(), sum));
        }
        return new Match.Lot(open, "batch " + id + ": " + open.size() + " payments, " + sum);
    }

    /** A count that the bank states is that of the open payments, or of all that were ordered. */
    private static boolean isCounted(Entry entry, List<SentPayment> open, List<SentPayment> all) {
        Integer stated = entry.batch() == null ? null : entry.batch().count();
        return stated == null || stated == open.size() || stated == all.size();
    }

    private static String difference(Entry entry, String id, int open, Money sum) {
        Integer stated = entry.batch() == null ? null : entry.batch().count();
        return "batch " + id + " of " + open + " open payments is " + sum + ", booked " + entry.amount()
                + (stated == null ? "" : " for " + stated + " payments")
                + (entry.reversal() ? " as a reversal" : "");
    }

    private Match mismatch(Entry entry, String id, List<SentPayment> all, String rule) {
        SentPayment first = all.stream()
                .filter(payment -> state(payment) == SentPayment.State.ORDERED)
                .findFirst()
                .orElse(all.getFirst());
        boolean afterAll = entry.amount().isNegative()
                && all.stream().anyMatch(payment -> state(payment).isUndone());
        return new Match.LotMismatch(first, id, afterAll, rule);
    }

    private Match settled(Entry entry, Transaction transaction, Named named) {
        SentPayment payment = named.payment();
        if (entry.reversal() || transaction.returnReason() != null) {
            return mismatch(transaction, payment, "money went out as a return or reversal, not as our order");
        }
        if (state(payment) != SentPayment.State.ORDERED) {
            return mismatch(transaction, payment, "executed, but the payment is " + state(payment) + " already");
        }
        Money out = transaction.amount().negated();
        Money none = Money.zero(out.getCurrencyUnit());
        if (out.equals(payment.amount())) {
            // Charges that are stated beside the exact amount are not part of it.
            return new Match.Settled(payment, out, none, Match.Kind.EXACT, named.by() + " and amount");
        }
        Money charges = transaction.charges() == null ? none : transaction.charges();
        Money taken = out.minus(charges);
        if (taken.equals(payment.amount())) {
            return new Match.Settled(
                    payment, taken, charges, Match.Kind.FEE, named.by() + " and amount without stated charges");
        }
        if (isConverted(taken, transaction, payment)) {
            return new Match.Settled(payment, taken, charges, Match.Kind.FX, named.by() + " and instructed amount");
        }
        return mismatch(
                transaction,
                payment,
                "ordered " + payment.amount() + ", booked " + out + " of which charges " + charges);
    }

    private static boolean isConverted(Money taken, Transaction transaction, SentPayment payment) {
        return !taken.isSameCurrency(payment.amount())
                && taken.isPositive()
                && payment.amount().equals(transaction.instructed());
    }

    private Match returned(Entry entry, Transaction transaction, Named named) {
        SentPayment payment = named.payment();
        if (transaction.returnReason() == null && !entry.reversal()) {
            return mismatch(transaction, payment, "money came in under our " + named.by() + ", but it is no return");
        }
        if (state(payment) != SentPayment.State.SETTLED) {
            return mismatch(transaction, payment, "returned, but the payment is " + state(payment));
        }
        Money received = transaction.amount();
        if (received.isSameCurrency(payment.amount()) && received.isGreaterThan(payment.amount())) {
            return mismatch(
                    transaction, payment, "more came back, " + received + ", than was paid, " + payment.amount());
        }
        String reason = transaction.returnReason() == null ? "reversal" : transaction.returnReason();
        return new Match.Returned(payment, received, reason, named.by() + " of a return");
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
            case Match.LotMismatch mismatch -> {}
            case Match.Unmatched unmatched -> {}
        }
    }
}
