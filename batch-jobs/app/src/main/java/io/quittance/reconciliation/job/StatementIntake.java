package io.quittance.reconciliation.job;

import io.quittance.bookkeeping.PaymentBooking;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.fx.RateBook;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.ledger.Journal;
import io.quittance.ledger.store.Journals;
import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.payment.store.PaymentEvents.Event;
import io.quittance.reconciliation.Match;
import io.quittance.reconciliation.SentPayment;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.StatementMatcher;
import io.quittance.reconciliation.store.BankRows;
import io.quittance.reconciliation.store.BankRows.Line;
import io.quittance.stage.Broken;
import io.quittance.stage.WorkSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Acts on a statement: matches each entry, books what it found, and leaves the rest to a person. */
@Component
public class StatementIntake {

    private final BankRows rows;
    private final PaymentEvents events;
    private final Journals journals;

    public StatementIntake(BankRows rows, PaymentEvents events, Journals journals) {
        this.rows = rows;
        this.events = events;
        this.journals = journals;
    }

    /** The account a statement is for, and the rates its entries may need. */
    record Owner(Entity entity, BankAccount account, RateBook rates) {}

    /** Takes in one statement; what a person must look at comes back as findings. */
    Findings take(WorkSet work, DeliveredFile delivered, Statement statement, Owner owner) {
        String file = delivered.name();
        if (rows.isKnown(owner.account().id(), statement)) {
            return Findings.NONE;
        }
        Findings faults = faults(file, statement, owner);
        if (faults.has(FindingCode.STATEMENT_UNBALANCED)) {
            return faults;
        }
        rows.insert(
                work.id(),
                delivered.sha256(),
                owner.account().id(),
                owner.entity().id(),
                statement);
        var booking = new Booking(work.id(), file, owner);
        UUID id = BankRows.id(owner.account().id(), statement);
        for (Entry entry : statement.entries()) {
            booking.book(id, entry);
        }
        journals.post(work.id(), booking.journals);
        return faults.and(new Findings(booking.findings));
    }

    private Findings faults(String file, Statement statement, Owner owner) {
        Money sum = statement.opening();
        for (Entry entry : statement.entries()) {
            sum = sum.plus(entry.amount());
        }
        if (!sum.equals(statement.closing())) {
            return Findings.of(Finding.of(
                    FindingCode.STATEMENT_UNBALANCED,
                    Place.of(file),
                    statement.closing().toString(),
                    sum.toString(),
                    "statement " + statement.id() + ": opening " + statement.opening() + " + entries = " + sum
                            + ", closing " + statement.closing()));
        }
        Optional<Long> before = rows.closingBefore(owner.account().id(), statement);
        if (before.isPresent() && before.get() != statement.opening().getAmountMinorLong()) {
            Money expected = Money.ofMinor(statement.currency(), before.get());
            return Findings.of(Finding.of(
                    FindingCode.STATEMENT_GAP,
                    Place.of(file),
                    statement.opening().toString(),
                    expected.toString(),
                    "statement " + statement.id() + " opens with " + statement.opening() + ", the last one closed with "
                            + expected));
        }
        return Findings.NONE;
    }

    /** Books the entries of one statement, one after another. */
    private final class Booking {
        private final String workSet;
        private final String file;
        private final Owner owner;
        private final StatementMatcher matcher = new StatementMatcher(events);
        private final List<Journal> journals = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Booking(String workSet, String file, Owner owner) {
            this.workSet = workSet;
            this.file = file;
            this.owner = owner;
        }

        void book(UUID statement, Entry entry) {
            if (entry.transactions().isEmpty()) {
                act(new Line(statement, entry, 0, null), matcher.match(entry));
                return;
            }
            int number = 0;
            for (Statement.Transaction transaction : entry.transactions()) {
                act(new Line(statement, entry, ++number, transaction), matcher.match(entry, transaction));
            }
        }

        private void act(Line line, Match match) {
            rows.insert(line, match);
            LocalDate on = line.entry().bookingDate();
            switch (match) {
                case Match.Settled settled -> settle(line, settled.payment(), settled.taken(), settled.charges(), on);
                case Match.Lot lot ->
                    lot.payments()
                            .forEach(payment -> settle(
                                    line,
                                    payment,
                                    payment.amount(),
                                    Money.zero(payment.amount().getCurrencyUnit()),
                                    on));
                case Match.Returned returned -> giveBack(line, returned, on);
                case Match.Mismatch mismatch ->
                    explainLater(line, FindingCode.ENTRY_AMOUNT_DIFFERS, mismatch.rule(), on);
                case Match.Unmatched unmatched -> explainLater(line, FindingCode.ENTRY_UNMATCHED, unmatched.rule(), on);
            }
        }

        private void settle(Line line, SentPayment payment, Money taken, Money charges, LocalDate on) {
            journals.add(PaymentBooking.settled(Bookings.of(payment), taken, charges, worth(payment, taken, on), on));
            events.record(workSet, new Event(payment.id(), "SETTLED", null, null, on, line.key()));
        }

        private void giveBack(Line line, Match.Returned returned, LocalDate on) {
            SentPayment payment = returned.payment();
            Money worth = worth(payment, returned.received(), on);
            journals.add(PaymentBooking.returned(Bookings.of(payment), returned.received(), worth, on));
            events.record(workSet, new Event(payment.id(), "RETURNED", returned.reason(), null, on, line.key()));
            events.reopen(payment.id());
        }

        private void explainLater(Line line, FindingCode code, String why, LocalDate on) {
            journals.add(PaymentBooking.unexplained(
                    line.key(), owner.entity().id(), line.amount(), line.entry().reference(), on));
            findings.add(Finding.of(
                    code,
                    Place.of(file),
                    line.amount().toString(),
                    null,
                    "entry " + line.entry().position() + ": " + why));
        }

        /** What an amount on the account is worth in functional currency on a day; itself where that is the currency. */
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
                // The books cannot go on without it, and guessing is worse than stopping.
                case Conversion.Refused refused ->
                    throw new Broken("statement of " + owner.account().id() + ": "
                            + refused.finding().message());
            };
        }
    }
}
