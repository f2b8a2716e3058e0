package io.quittance.vat.job;

import io.quittance.bookkeeping.ReturnBooking;
import io.quittance.engine.CrashPoint;
import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.identity.Canonical;
import io.quittance.ledger.Journal;
import io.quittance.stage.Broken;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.stage.WorkSet;
import io.quittance.tax.store.RuleRows;
import io.quittance.vat.Period;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.VatReturn;
import io.quittance.vat.job.VatReturns.Drawn;
import io.quittance.vat.store.ClosedReturns;
import io.quittance.vat.store.ClosedReturns.Closed;
import io.quittance.vat.store.ReturnEvidence.Unproven;
import io.quittance.vat.store.Taxpayer;
import io.quittance.vat.store.VatLedger;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes the return of a period: its figures and entries are frozen, what its form rounds is posted, and later documents go
 * into the next period. One transaction under the gate of the pipeline: it is done, or nothing of it is. Done twice, it is
 * done once.
 */
@Component
public class VatClosing {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final TransactionOperations transactions;
    private final JobGate gates;
    private final VatReturns returns;
    private final VatLedger ledger;
    private final ClosedReturns closedReturns;
    private final ClosingBooks books;
    private final RuleRows rules;
    private final ReturnProof proof;

    public VatClosing(
            Session session,
            FrozenConfiguration configuration,
            TransactionOperations transactions,
            JobGate gates,
            VatReturns returns,
            VatLedger ledger,
            ClosedReturns closedReturns,
            ClosingBooks books,
            RuleRows rules,
            ReturnProof proof) {
        this.session = session;
        this.configuration = configuration;
        this.transactions = transactions;
        this.gates = gates;
        this.returns = returns;
        this.ledger = ledger;
        this.closedReturns = closedReturns;
        this.books = books;
        this.rules = rules;
        this.proof = proof;
    }

    /**
     * What was done.
     *
     * @param done false when it had been closed before
     * @param held documents of the period that are not accepted yet and will come late
     * @param unproven VAT ids of it that no register has confirmed
     */
    public record Done(Drawn drawn, boolean done, long held, List<Unproven> unproven) {}

    /**
     * What a person answers for who closes a return.
     *
     * @param unproven why it is closed although registers have not confirmed every VAT id; null for no reason
     * @param byHand whether he declares tax by hand that no row places; it is kept as not sourced
     */
    public record Consent(@Nullable String unproven, boolean byHand) {}

    /**
     * Closes a return.
     *
     * @param consent what a person answers for
     * @throws ReturnRefused when it may not be closed now
     */
    public Done close(Taxpayer of, Consent consent) {
        try (HeldGate held = gates.take(Gate.PIPELINE)) {
            Done done = Objects.requireNonNull(transactions.execute(status -> {
                Done written = closed(of, consent);
                CrashPoint.ACT_COMMITTING.hit();
                return written;
            }));
            CrashPoint.ACT_COMMITTED.hit();
            return done;
        }
    }

    private Done closed(Taxpayer of, Consent consent) {
        Drawn drawn = returns.of(of);
        if (drawn.closed() != null) {
            return new Done(drawn, false, ledger.held(of), List.of());
        }
        requireClosable(of, drawn);
        List<Unproven> unproven = proof.unproven(of);
        proof.require(of, unproven, consent.unproven());
        requirePlaced(of, drawn.drawn(), consent.byHand());
        keep(of, drawn);
        proof.keep(of, unproven, consent.unproven());
        return new Done(returns.of(of), true, ledger.held(of), unproven);
    }

    private void requireClosable(Taxpayer of, Drawn drawn) {
        Period period = of.period();
        Period filed = configuration
                .inForce()
                .periods()
                .of(of.entity(), of.jurisdiction(), period.lastDay())
                .orElse(null);
        if (!period.equals(filed)) {
            throw ReturnRefused.usage(
                    of.entity() + " does not file for " + period + ", but for " + filed + ".",
                    "config/tax/return-periods.csv says how long its periods are.");
        }
        if (!session.businessDate().isAfter(period.lastDay())) {
            throw ReturnRefused.notYet(
                    period + " is not over on " + session.businessDate() + ".",
                    "Close it after " + period.lastDay() + ".");
        }
        requireNobodyWrites(of);
        requireOrder(of, drawn);
        if (!drawn.drawn().faults().isEmpty()) {
            throw new Broken(
                    "the return " + of.reference() + " must not be filed: "
                            + String.join("; ", drawn.drawn().faults()),
                    "Nothing was closed. Correct the tables, or find out why.");
        }
    }

    private static void requirePlaced(Taxpayer of, VatReturn drawn, boolean byHand) {
        if (!byHand && !drawn.unplaced().isEmpty()) {
            throw new Broken(
                    "the return " + of.reference() + " must not be filed: " + String.join("; ", drawn.unplaced()),
                    "Nothing was closed. An entry keeps the boxes that it got: declare its tax by hand, and close with --by-hand.");
        }
    }

    private void requireNobodyWrites(Taxpayer of) {
        books.halfDone().ifPresent(stage -> {
            throw ReturnRefused.notYet(
                    stage + " was begun and is not done.", "Let 'quittance " + stage + "' finish it first.");
        });
        ledger.releasing(of.entity()).ifPresent(run -> {
            throw ReturnRefused.notYet(
                    "the release of " + run + " was begun and is not done.",
                    "Let 'quittance run release " + run + "' finish it first, or cancel the run.");
        });
    }

    private void requireOrder(Taxpayer of, Drawn drawn) {
        if (drawn.overlapping() != null) {
            throw ReturnRefused.configuration(
                    "the return " + drawn.overlapping() + " is closed and speaks of a part of " + of.period() + ".",
                    "Let a change of the period in config/tax/return-periods.csv begin on the first day of the longer one.");
        }
        ledger.openBefore(of, proof.withheld(of)).ifPresent(month -> {
            throw ReturnRefused.notYet(
                    of.entity() + " has something to declare of "
                            + month.toString().substring(0, 7) + ", which is not closed.",
                    "Close the earlier period first.");
        });
    }

    private void keep(Taxpayer of, Drawn drawn) {
        LocalDate on = session.businessDate();
        String configDigest = configuration.freeze();
        WorkSet set = books.begin(of, on, configDigest);
        rules.record(set.id(), configuration.get(configDigest).taxFolder());
        Money rounding = Money.of(drawn.currency(), drawn.drawn().roundingDifference());
        Optional<Journal> journal = ReturnBooking.closed(of.entity(), of.reference(), rounding, on);
        books.post(set, journal);
        List<String> entries = closedReturns.entriesOf(of);
        var closed = new Closed(
                of,
                drawn.drawn().form(),
                entries.size(),
                rounding,
                journal.map(Journal::id).orElse(null),
                configDigest,
                digest(of, drawn.drawn(), entries),
                set.id(),
                session.user(),
                on);
        closedReturns.keep(closed, drawn.drawn().lines());
        books.end(set, closed, drawn.drawn().unplaced());
    }

    /** Over what was declared and what it was made of, so that anybody can compute it again from stored rows. */
    private static String digest(Taxpayer of, VatReturn drawn, List<String> entries) {
        Canonical text = Canonical.form("quittance vat return 1").text(of.reference());
        for (ReturnLine line : drawn.lines()) {
            text.text(line.row() == null ? "" : line.row())
                    .text(line.box())
                    .text(line.kind().name())
                    .text(line.ledger().toPlainString())
                    .text(line.declared().toPlainString());
        }
        entries.forEach(text::text);
        return HexFormat.of().formatHex(text.toBytes());
    }
}
