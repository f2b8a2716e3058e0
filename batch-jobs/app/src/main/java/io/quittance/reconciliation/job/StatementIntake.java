package io.quittance.reconciliation.job;

import io.quittance.bookkeeping.WaitingTaxBooking.Paid;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.fx.RateBook;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.ledger.store.Journals;
import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.payment.store.PaymentEvents.Event;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.reconciliation.store.BankRows;
import io.quittance.stage.WorkSet;
import io.quittance.tax.store.WaitingTax;
import io.quittance.withholding.store.Withholdings;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Acts on a statement: writes what {@link StatementBooking} worked out, or holds or refuses the whole. */
@Component
public class StatementIntake {

    private final BankRows rows;
    private final BankMessages messages;
    private final PaymentEvents events;
    private final Journals journals;
    private final WaitingTax waitingTax;
    private final Withholdings withholdings;

    public StatementIntake(
            BankRows rows,
            BankMessages messages,
            PaymentEvents events,
            Journals journals,
            WaitingTax waitingTax,
            Withholdings withholdings) {
        this.waitingTax = waitingTax;
        this.withholdings = withholdings;
        this.rows = rows;
        this.messages = messages;
        this.events = events;
        this.journals = journals;
    }

    /** The account a statement is for, and the rates its entries may need. */
    record Owner(Entity entity, BankAccount account, RateBook rates) {}

    /** Takes in one statement, the whole of it or nothing; what a person must look at comes back as findings. */
    Reception take(WorkSet work, DeliveredFile delivered, Statement statement, Owner owner) {
        String file = delivered.name();
        String account = owner.account().id();
        if (rows.isKnown(account, statement)) {
            return Reception.taken(Findings.NONE);
        }
        Findings faults = faults(file, statement, owner);
        if (faults.has(FindingCode.STATEMENT_UNBALANCED)) {
            return Reception.refused(faults);
        }
        if (messages.earlierIsHeld(statement)) {
            return Reception.held(Findings.of(waits(file, statement)));
        }
        var read = new StatementBooking.Booked(BankRows.id(account, statement), statement);
        var booking = StatementBooking.of(file, read, owner, withholdings::of, events);
        if (!booking.obstacles().isEmpty()) {
            return Reception.held(at(file, statement, booking.obstacles()));
        }
        rows.insert(work.id(), delivered.sha256(), account, owner.entity().id(), statement);
        write(work.id(), booking);
        return Reception.taken(faults.and(booking.findings()));
    }

    private void write(String workSet, StatementBooking booking) {
        booking.lines().forEach(line -> rows.insert(line.line(), line.match()));
        for (Event event : booking.events()) {
            events.record(workSet, event);
            if (event.state().equals("RETURNED")) {
                events.reopen(event.payment());
            }
        }
        journals.post(workSet, booking.journals());
        waitingTax.move(
                workSet,
                booking.events().stream()
                        .map(event -> new Paid(event.payment(), event.state(), event.on()))
                        .toList());
    }

    private static Finding waits(String file, Statement statement) {
        return Finding.of(
                FindingCode.STATEMENT_WAITS,
                Place.of(file),
                null,
                null,
                "statement " + statement.id() + " of " + statement.date() + " waits for an earlier one of its account");
    }

    /** What speaks of a rate does not know of which statement; each reason once. */
    private static Findings at(String file, Statement statement, Findings obstacles) {
        return obstacles.stream()
                .map(obstacle -> new Finding(
                        obstacle.code(),
                        obstacle.severity(),
                        Place.of(file),
                        obstacle.read(),
                        obstacle.expected(),
                        "statement " + statement.id() + ": " + obstacle.message(),
                        obstacle.hint()))
                .distinct()
                .collect(Findings.gathered());
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
}
