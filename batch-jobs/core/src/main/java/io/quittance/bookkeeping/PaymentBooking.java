package io.quittance.bookkeeping;

import io.quittance.identity.Uuid5;
import io.quittance.ledger.Account;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Journal;
import io.quittance.ledger.JournalDraft;
import io.quittance.money.Rounding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Journals of the life of a payment: ordered, refused by the bank, settled, returned. Every event has one key, so that
 * an event that is told twice is booked once.
 */
public final class PaymentBooking {

    private PaymentBooking() {}

    /**
     * What a payment is to the books.
     *
     * @param id the payment's id
     * @param amount what was ordered, in the currency of the invoices
     * @param booked what the documents it settles were booked at, in functional currency, less what was withheld from them
     * @param withheld what was kept back, or is paid to the tax office on top of it
     */
    public record Booked(String id, String entity, Money amount, Money booked, List<Retained> withheld) {

        public Booked {
            withheld = List.copyOf(withheld);
        }

        /** A payment from which nothing was withheld. */
        public Booked(String id, String entity, Money amount, Money booked) {
            this(id, entity, amount, booked, List.of());
        }

        /** What leaves the payables: the transfer and what was kept back from it. */
        private Money cleared() {
            return withheld.stream().map(Retained::keptBack).reduce(amount, Money::plus);
        }

        private Journal journal(JournalDraft draft, String event, LocalDate on) {
            String key = "payment:" + id + ":" + event.toLowerCase(Locale.ROOT);
            return draft.build(Uuid5.of(key), entity, key, event, on, id);
        }
    }

    /**
     * Tax that a payment left with the payer.
     *
     * @param account where it is owed: {@link Chart#WITHHELD_INCOME_TAX} or {@link Chart#WITHHELD_VAT}
     * @param keptBack what the payee got less, in the currency of the payment; zero where the payer bears it
     * @param tax what is owed, in functional currency
     */
    public record Retained(Account account, Money keptBack, Money tax) {}

    /** The order left for the bank: the payable becomes a payment in transit, and what was kept back is owed to the tax office. */
    public static Journal released(Booked payment, LocalDate on) {
        var draft =
                new JournalDraft().debit(Chart.PAYABLES, payment.cleared()).credit(Chart.IN_TRANSIT, payment.amount());
        payment.withheld().forEach(one -> retain(draft, one, 1));
        return payment.journal(draft, "RELEASED", on);
    }

    /** Kept back from the payee it comes out of the payable, through the clearing account where currencies differ; else it is a cost. */
    private static void retain(JournalDraft draft, Retained one, int sign) {
        Money tax = one.tax().multipliedBy(sign);
        Money keptBack = one.keptBack().multipliedBy(sign);
        draft.credit(one.account(), tax);
        if (keptBack.isZero()) {
            draft.debit(Chart.WITHHOLDING_BORNE, tax);
        } else if (!keptBack.isSameCurrency(tax)) {
            draft.credit(Chart.FX_CLEARING, keptBack).debit(Chart.FX_CLEARING, tax);
        }
    }

    /** The bank refused the order: what {@link #released} did is taken back, and the documents are open again. */
    public static Journal rejected(Booked payment, LocalDate on) {
        String key = "payment:" + payment.id() + ":rejected";
        Journal original = released(payment, on);
        return original.reversal(Uuid5.of(key), key, on);
    }

    /**
     * The bank executed the order.
     *
     * @param taken what left the account for it, without charges, in the account's currency
     * @param charges what the bank took beside it, in the account's currency; zero when nothing. They are booked in that
     *     currency, as the balance that they reduce is
     * @param worth what {@code taken} is worth in functional currency on that day; the same as {@code taken} for an
     *     account in functional currency
     */
    public static Journal settled(Booked payment, Money taken, Money charges, Money worth, LocalDate on) {
        var draft = new JournalDraft()
                .debit(Chart.IN_TRANSIT, payment.amount())
                .credit(Chart.BANK, taken)
                .debit(Chart.BANK_CHARGES, charges)
                .credit(Chart.BANK, charges);
        throughClearing(draft, payment.amount(), taken);
        realise(draft, worth.minus(payment.booked()));
        return payment.journal(draft, "SETTLED", on);
    }

    /**
     * The money came back: the documents are open again at the value they were booked at first. What is missing in the
     * payment's own currency was kept by a bank on the way and is a charge; in another currency it cannot be told from the
     * rate, and is a currency difference.
     *
     * @param received what arrived on the account, in its currency, more than zero
     * @param worth what that is worth in functional currency on that day
     */
    public static Journal returned(Booked payment, Money received, Money worth, LocalDate on) {
        var draft = new JournalDraft().credit(Chart.PAYABLES, payment.cleared()).debit(Chart.BANK, received);
        payment.withheld().forEach(one -> retain(draft, one, -1));
        if (received.isSameCurrency(payment.amount())) {
            draft.debit(Chart.BANK_CHARGES, payment.amount().minus(received));
        }
        throughClearing(draft, payment.amount().negated(), received.negated());
        realise(draft, payment.booked().minus(withCharge(payment, received, worth)));
        return payment.journal(draft, "RETURNED", on);
    }

    /** The worth of what came back with what was kept of it, at the same rate: the charge is no currency difference. */
    private static Money withCharge(Booked payment, Money received, Money worth) {
        if (!received.isSameCurrency(payment.amount()) || received.equals(payment.amount())) {
            return worth;
        }
        CurrencyUnit functional = worth.getCurrencyUnit();
        return Money.of(
                functional,
                Rounding.HALF_UP.quotient(
                        worth.getAmount().multiply(payment.amount().getAmount()),
                        received.getAmount(),
                        functional.getDecimalPlaces()));
    }

    /**
     * Documents that cancelled out to zero without a transfer; empty when their booked values cancel out too.
     *
     * @param id the netting's id
     * @param rest the sum of what they were booked at, in functional currency
     */
    public static Optional<Journal> netted(String id, String entity, Money rest, LocalDate on) {
        if (rest.isZero()) {
            return Optional.empty();
        }
        String key = id + ":netted";
        return Optional.of(new JournalDraft()
                .credit(Chart.FX_CLEARING, rest.negated())
                .debit(Chart.FX_DIFFERENCE, rest.negated())
                .build(Uuid5.of(key), entity, key, "FX_DIFFERENCE", on, id));
    }

    /** Money on a statement that nobody can explain yet; negative when it went out. */
    public static Journal unexplained(String entryKey, String entity, Money amount, String reference, LocalDate on) {
        String key = entryKey + ":unexplained";
        return new JournalDraft()
                .debit(Chart.BANK, amount)
                .credit(Chart.SUSPENSE, amount)
                .build(Uuid5.of(key), entity, key, "UNEXPLAINED", on, reference);
    }

    /** Two currencies meet in the clearing account: what was owed comes in, what was taken goes out. */
    private static void throughClearing(JournalDraft draft, Money owed, Money taken) {
        if (!owed.isSameCurrency(taken)) {
            draft.credit(Chart.FX_CLEARING, owed).debit(Chart.FX_CLEARING, taken);
        }
    }

    /** A loss is a debit, a gain a negative one; documents paid in functional currency have neither. */
    private static void realise(JournalDraft draft, Money loss) {
        draft.debit(Chart.FX_DIFFERENCE, loss).credit(Chart.FX_CLEARING, loss);
    }
}
