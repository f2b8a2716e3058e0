package io.quittance.reconciliation.job;

import io.quittance.bookkeeping.PaymentBooking;
import io.quittance.bookkeeping.PaymentBooking.Retained;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.ledger.Journal;
import io.quittance.payment.store.PaymentEvents.Event;
import io.quittance.reconciliation.Match;
import io.quittance.reconciliation.SentPayment;
import io.quittance.reconciliation.SentPayments;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.StatementMatcher;
import io.quittance.reconciliation.job.StatementIntake.Owner;
import io.quittance.reconciliation.store.BankRows.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Works out what a statement does, and writes nothing: when a single entry has no rate, the whole statement has to wait, since
 * the balances of its account fit together only as a whole.
 */
final class StatementBooking {

    private final String file;
    private final Owner owner;
    private final Withheld withheld;
    private final StatementMatcher matcher;
    private final List<Matched> lines = new ArrayList<>();
    private final List<Journal> journals = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> obstacles = new ArrayList<>();

    /** A line of the statement and what it was matched with. */
    record Matched(Line line, Match match) {}

    /** What a payment left with the payer: owed to nobody any more when the money came back. */
    interface Withheld {
        List<Retained> from(String payment);
    }

    private StatementBooking(String file, Owner owner, Withheld withheld, SentPayments sent) {
        this.file = file;
        this.owner = owner;
        this.withheld = withheld;
        this.matcher = new StatementMatcher(sent, owner.account().id());
    }

    /** A statement under our id of it. */
    record Booked(UUID id, Statement statement) {}

    /** Matches and books the entries, one after another. */
    static StatementBooking of(String file, Booked booked, Owner owner, Withheld withheld, SentPayments sent) {
        var booking = new StatementBooking(file, owner, withheld, sent);
        booked.statement().entries().forEach(entry -> booking.book(booked.id(), entry));
        return booking;
    }

    List<Matched> lines() {
        return lines;
    }

    List<Journal> journals() {
        return journals;
    }

    List<Event> events() {
        return events;
    }

    /** What a person must look at. */
    Findings findings() {
        return new Findings(findings);
    }

    /** Why the statement cannot be booked now; empty when it can. */
    Findings obstacles() {
        return new Findings(obstacles);
    }

    private void book(UUID statement, Entry entry) {
        if (entry.transactions().isEmpty()) {
            act(new Line(statement, entry, 0, null), matcher.match(entry));
            return;
        }
        int number = 0;
        Money rest = entry.amount();
        for (Statement.Transaction transaction : entry.transactions()) {
            act(new Line(statement, entry, ++number, transaction), matcher.match(entry, transaction));
            rest = rest.minus(transaction.amount());
        }
        if (!rest.isZero()) {
            act(
                    new Line(statement, entry, ++number, untold(rest)),
                    new Match.Unmatched("no transaction tells of " + rest + " of the entry's " + entry.amount()));
        }
    }

    /** Banks do list less than they booked. Without the rest the books would move away from the account. */
    private static Statement.Transaction untold(Money rest) {
        return new Statement.Transaction(null, null, null, null, rest, null, null, null, "");
    }

    private void act(Line line, Match match) {
        lines.add(new Matched(line, match));
        switch (match) {
            case Match.Settled settled -> settle(line, settled.payment(), settled.taken(), settled.charges());
            case Match.Lot lot ->
                lot.payments().forEach(payment -> settle(line, payment, payment.amount(), none(payment)));
            case Match.Returned returned -> giveBack(line, returned);
            case Match.Mismatch mismatch -> explainLater(line, code(mismatch.afterAll()), mismatch.rule());
            case Match.LotMismatch mismatch -> explainLater(line, code(mismatch.afterAll()), mismatch.rule());
            case Match.Unmatched unmatched -> explainLater(line, FindingCode.ENTRY_UNMATCHED, unmatched.rule());
        }
    }

    private static Money none(SentPayment payment) {
        return Money.zero(payment.amount().getCurrencyUnit());
    }

    private static FindingCode code(boolean afterAll) {
        return afterAll ? FindingCode.EXECUTED_AFTER_ALL : FindingCode.ENTRY_AMOUNT_DIFFERS;
    }

    private void settle(Line line, SentPayment payment, Money taken, Money charges) {
        LocalDate on = line.entry().bookingDate();
        Money worth = worth(payment, taken, on);
        journals.add(PaymentBooking.settled(Bookings.of(payment), taken, charges, worth, on));
        events.add(new Event(payment.id(), "SETTLED", null, null, on, line.key()));
    }

    private void giveBack(Line line, Match.Returned returned) {
        LocalDate on = line.entry().bookingDate();
        SentPayment payment = returned.payment();
        Money worth = worth(payment, returned.received(), on);
        journals.add(PaymentBooking.returned(
                Bookings.of(payment, withheld.from(payment.id())), returned.received(), worth, on));
        events.add(new Event(payment.id(), "RETURNED", returned.reason(), null, on, line.key()));
    }

    private void explainLater(Line line, FindingCode code, String why) {
        journals.add(PaymentBooking.unexplained(
                line.key(),
                owner.entity().id(),
                line.amount(),
                line.entry().reference(),
                line.entry().bookingDate()));
        findings.add(Finding.of(
                code,
                Place.of(file),
                line.amount().toString(),
                null,
                "entry " + line.entry().position() + ": " + why));
    }

    /**
     * What an amount on the account is worth in functional currency on a day; itself where that is the currency. Without a
     * rate it is an obstacle: guessing is worse than waiting. What is booked then is never written.
     */
    private Money worth(SentPayment payment, Money amount, LocalDate on) {
        if (amount.isSameCurrency(payment.booked())) {
            return amount;
        }
        Conversion conversion = owner.rates()
                .convert(
                        payment.entity(),
                        Purpose.BOOKING,
                        amount,
                        payment.booked().getCurrencyUnit(),
                        on);
        return switch (conversion) {
            case Conversion.Converted converted -> converted.to();
            case Conversion.Refused refused -> {
                obstacles.add(refused.finding());
                yield payment.booked();
            }
        };
    }
}
