package io.quittance.document.job;

import io.quittance.assessment.Lifts.Lift;
import io.quittance.document.store.Documents;
import io.quittance.document.store.HoldRows;
import io.quittance.document.store.HoldRows.Hold;
import io.quittance.document.store.LiftRows;
import io.quittance.document.store.LiftRows.Holding;
import io.quittance.document.store.Reference;
import io.quittance.document.store.Standing;
import io.quittance.document.store.WithdrawalRows;
import io.quittance.document.store.WithdrawalRows.Withdrawal;
import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.finding.FindingCode;
import io.quittance.stage.Audit;
import io.quittance.stage.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What persons do with single documents. Each act is one transaction with its row in the audit trail, and takes the gate of the
 * pipeline, so that no assessment and no proposal is under way meanwhile. Done twice, it is done once.
 */
@Component
public class DocumentActs {

    private static final String WITHDRAWN = "WITHDRAWN";

    private final Session session;
    private final TransactionOperations transactions;
    private final JobGate gates;
    private final Documents documents;
    private final HoldRows holds;
    private final LiftRows lifts;
    private final WithdrawalRows withdrawals;
    private final Audit audit;

    public DocumentActs(
            Session session,
            TransactionOperations transactions,
            JobGate gates,
            Documents documents,
            HoldRows holds,
            LiftRows lifts,
            WithdrawalRows withdrawals,
            Audit audit) {
        this.session = session;
        this.transactions = transactions;
        this.gates = gates;
        this.documents = documents;
        this.holds = holds;
        this.lifts = lifts;
        this.withdrawals = withdrawals;
        this.audit = audit;
    }

    /** What was done, one sentence each. @param done false when it had been done before */
    public record Done(Standing document, boolean done, List<String> told) {}

    /** The one document that is meant. @throws DocumentRefused when none is, or several are */
    public Standing find(Reference reference) {
        return Found.one(reference, documents.find(reference, session.businessDate()));
    }

    /**
     * Keeps a document out of every run that is proposed from now on.
     *
     * @param until from this business date on it may be paid; null: when somebody lifts the hold
     */
    public Done hold(Reference reference, String reason, @Nullable LocalDate until) {
        LocalDate today = session.businessDate();
        if (until != null && !until.isAfter(today)) {
            throw DocumentRefused.usage(
                    "--until " + until + " is not after " + today + ".", "Name the day on which it may be paid again.");
        }
        return act(reference, document -> {
            requirePayable(document);
            var hold = new Hold(0, session.user(), today, until, reason);
            boolean again = holds.standing(document.id(), today).stream()
                    .anyMatch(other -> other.by().equals(hold.by())
                            && other.reason().equals(reason)
                            && Objects.equals(other.until(), until));
            if (!again) {
                holds.hold(document.id(), hold);
                audit.note("invoice.hold", subject(document), hold.told());
            }
            return new Done(document, !again, List.of(hold.told()));
        });
    }

    private static void requirePayable(Standing document) {
        if (document.refused() || Set.of("REJECTED", WITHDRAWN).contains(document.state())) {
            throw DocumentRefused.notAllowed(
                    document.reference() + " is " + document.state() + ": no run pays it as it is.",
                    "Hold what is sent instead of it, once it is there.");
        }
        if (document.run() == null) {
            return;
        }
        if (Set.of("RELEASED", "SETTLED").contains(Objects.requireNonNullElse(document.runState(), ""))) {
            throw DocumentRefused.notAllowed(
                    document.reference() + " has left with run " + document.run()
                            + (document.payment() == null ? "" : ", payment " + document.payment())
                            + ": too late to hold.",
                    "Ask the bank to recall the payment.");
        }
        throw DocumentRefused.notAllowed(
                document.reference() + " is in run " + document.run() + ", which is " + document.runState() + ".",
                "Cancel the run first: quittance run cancel " + document.run()
                        + "; then hold the document, and propose again.");
    }

    /** Overrules what holds a document: findings of some codes, or persons' holds by {@link FindingCode#HELD_BY_PERSON}. */
    public Done lift(Reference reference, Set<FindingCode> codes, String reason) {
        return act(reference, document -> {
            List<Holding> holding = document.refused() || document.state().equals(WITHDRAWN)
                    ? List.of()
                    : lifts.holding(document.id(), document.attempt());
            List<Hold> byPersons = holds.standing(document.id(), session.businessDate());
            requireLiftable(document, codes, names(holding, byPersons));
            var lift = new Lift(session.user(), session.businessDate(), reason);
            List<String> told = new ArrayList<>();
            boolean anew = false;
            for (Holding one : holding) {
                if (codes.contains(one.finding().code())) {
                    told.add(one.finding().code().id() + " " + one.finding().message());
                    anew |= lift(document, one, lift);
                }
            }
            if (codes.contains(FindingCode.HELD_BY_PERSON)) {
                for (Hold hold : byPersons) {
                    told.add(FindingCode.HELD_BY_PERSON.id() + " " + hold.told());
                    holds.lift(hold, lift.by(), lift.on(), reason);
                    audit.note("invoice.lift", subject(document), hold.told() + "; lifted: " + reason);
                    anew = true;
                }
            }
            return new Done(document, anew, told);
        });
    }

    private boolean lift(Standing document, Holding holding, Lift lift) {
        boolean first = lifts.lift(document.id(), document.attempt(), holding, lift);
        if (first) {
            lifts.askAgain(document.id(), document.attempt(), lift.by());
            audit.note(
                    "invoice.lift",
                    subject(document),
                    holding.finding().code().id() + " " + holding.finding().message() + "; lifted: " + lift.reason());
        }
        return first;
    }

    private static Set<String> names(List<Holding> holding, List<Hold> byPersons) {
        Set<String> names =
                holding.stream().map(one -> one.finding().code().id()).collect(Collectors.toCollection(TreeSet::new));
        if (!byPersons.isEmpty()) {
            names.add(FindingCode.HELD_BY_PERSON.id());
        }
        return names;
    }

    private static void requireLiftable(Standing document, Set<FindingCode> codes, Set<String> holding) {
        String held = holding.isEmpty()
                ? document.reference() + " is " + document.state() + ": nothing holds it."
                : "It is held by " + String.join(", ", holding) + ".";
        if (codes.isEmpty()) {
            throw DocumentRefused.usage("--code is missing: say what is lifted.", held);
        }
        for (FindingCode code : codes) {
            code.notLiftedBecause().ifPresent(why -> {
                throw DocumentRefused.notAllowed(code.id() + " is never lifted: " + why + ".", code.hint());
            });
            if (!holding.contains(code.id())) {
                throw DocumentRefused.noInput(document.reference() + " is not held by " + code.id() + ".", held);
            }
        }
    }

    /**
     * Takes a held document back for good: the next assessment rejects it, and what is sent instead may have its number. What is
     * accepted is booked, and is taken back by a credit note only.
     */
    public Done withdraw(Reference reference, String reason) {
        return act(reference, document -> {
            Optional<Withdrawal> before = withdrawals.find(document.id());
            if (before.isPresent()) {
                return new Done(document, false, List.of(before.get().told()));
            }
            requireWithdrawable(document);
            var withdrawal = new Withdrawal(session.user(), session.businessDate(), reason);
            withdrawals.withdraw(document.id(), withdrawal);
            lifts.askAgain(document.id(), document.attempt(), session.user());
            audit.note("invoice.withdraw", subject(document), withdrawal.told());
            return new Done(document, true, List.of(withdrawal.told()));
        });
    }

    private void requireWithdrawable(Standing document) {
        if (document.refused() || document.state().equals("REJECTED")) {
            throw DocumentRefused.notAllowed(
                    document.reference() + " is REJECTED: nobody pays it, and its number is free.",
                    "Put the corrected document into inbox/invoices.");
        }
        if (!document.state().equals("HELD")
                || lifts.holding(document.id(), document.attempt()).isEmpty()) {
            throw DocumentRefused.notAllowed(document.reference() + standing(document), instead(document));
        }
    }

    private static String standing(Standing document) {
        if (document.attempt() == 0) {
            return " is not assessed yet.";
        }
        return switch (document.state()) {
            case "PAID" -> " is PAID: it is booked and the money has left, so it is no longer withdrawn.";
            case "IN_RUN" -> " is part of run " + document.run() + ": it is booked, and no longer withdrawn.";
            default -> " is accepted: it is booked, and no longer withdrawn.";
        };
    }

    /** What to do instead of withdrawing: what was booked is corrected by documents of the contractor only. */
    private static String instead(Standing document) {
        if (document.attempt() == 0) {
            return "Let the next assess look at it.";
        }
        return switch (document.state()) {
            case "PAID" ->
                "Ask the contractor for a credit note: it is set off against what is paid next; or for the money back, and a"
                        + " credit note for the books.";
            case "IN_RUN" ->
                "As long as the run is not released, quittance run cancel " + document.run()
                        + " gives it up. Keep the document from being paid by quittance invoice hold, and ask the contractor for a"
                        + " credit note.";
            default -> "Keep it from being paid by quittance invoice hold, and ask the contractor for a credit note.";
        };
    }

    /** Has a held or rejected document assessed once more, even if nothing has changed. */
    public Done resubmit(Reference reference) {
        return act(reference, document -> {
            if (!Set.of("HELD", "REJECTED").contains(document.state()) || document.attempt() == 0) {
                throw DocumentRefused.notAllowed(
                        document.reference() + " is " + document.state() + ".",
                        document.attempt() == 0
                                ? "The next assess looks at it."
                                : "Only what is held or rejected is assessed again.");
            }
            if (document.state().equals("HELD")
                    && lifts.holding(document.id(), document.attempt()).isEmpty()) {
                throw DocumentRefused.notAllowed(
                        document.reference() + " is accepted, and only held by a person.",
                        "quittance invoice lift " + document.reference() + " --code Q709 --reason TEXT ends that.");
            }
            boolean first = lifts.askAgain(document.id(), document.attempt(), session.user());
            if (first) {
                audit.note("invoice.resubmit", subject(document), "attempt " + (document.attempt() + 1));
            }
            return new Done(document, first, List.of("attempt " + (document.attempt() + 1)));
        });
    }

    /** Notes that a person put a corrected original into the drop folder. */
    public void corrected(Standing document, String file, String sha256) {
        transactions.executeWithoutResult(
                status -> audit.note("invoice.resubmit", subject(document), "corrected as " + file + ", " + sha256));
    }

    /** A key can be taken by several; the id cannot. */
    private static String subject(Standing document) {
        return document.reference() + " " + document.id();
    }

    private Done act(Reference reference, Function<Standing, Done> act) {
        try (HeldGate held = gates.take(Gate.PIPELINE)) {
            return Objects.requireNonNull(transactions.execute(status -> act.apply(find(reference))));
        }
    }
}
