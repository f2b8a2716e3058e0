package io.quittance.cli;

import io.quittance.check.OpenWork;
import java.util.Set;
import java.util.StringJoiner;
import picocli.CommandLine.Option;

/** What turns a command that did its own work into one that ends with 10 or 11, for schedulers that open tickets. */
final class FailOn {

    /** What there may be without anything having gone wrong. */
    enum Reason {
        HELD,
        REJECTED,
        WAITING
    }

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "REASON",
            description = {
                "held: a document or a bank's statement is held; rejected: this command refused one, or a file; waiting: a run waits for people.",
                "The work is done all the same, then the exit code is 10, or 11 for waiting alone."
            })
    Set<Reason> reasons = Set.of();

    /** Any of them asked for? */
    boolean isAsked() {
        return !reasons.isEmpty();
    }

    /** The exit code; says on the way what led to it. */
    ExitCode judge(OpenWork.Counts open, Verb verb) {
        var found = new StringJoiner(", ");
        boolean refused = counts(Reason.HELD, open.held(), "documents held", found)
                | counts(Reason.HELD, open.heldMessages(), "statements of banks held", found)
                | counts(Reason.REJECTED, open.rejected(), "documents refused by this command", found)
                | counts(Reason.REJECTED, open.refusedFiles(), "bank or rate files refused by this command", found);
        boolean waiting = counts(Reason.WAITING, open.waiting(), "runs wait for people", found);
        if (!refused && !waiting) {
            return ExitCode.DONE;
        }
        verb.err()
                .println("quittance: " + found
                        + " (--fail-on). See 'quittance list findings' and 'quittance run list'.");
        return refused ? ExitCode.HELD_OR_REJECTED : ExitCode.WAITING;
    }

    private boolean counts(Reason reason, long count, String what, StringJoiner found) {
        if (count == 0 || !reasons.contains(reason)) {
            return false;
        }
        found.add(count + " " + what);
        return true;
    }
}
