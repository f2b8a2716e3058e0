package io.quittance.cli;

import io.quittance.engine.GateBusy;
import io.quittance.engine.JobRun;
import io.quittance.engine.NeedsRecovery;
import io.quittance.stage.Stage;
import io.quittance.stage.StageFailure;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageRunner;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Runs stages one after another. One that fails stops those that build on it and no others: a payer whose proposal breaks
 * must not keep the others, the ties and the workbooks from their night. What concerns the whole program ends it at once.
 */
final class StageSequence {

    /** Nobody proposes payments without knowing what the banks did with the last ones, or over a half assessed world. */
    private static final Map<String, Set<String>> BUILDS_ON = Map.of("propose", Set.of("assess", "bank"));

    private final StageRunner runner;
    private final LongSupplier portions;
    private final PrintWriter err;
    private final List<StageOutcome> outcomes = new ArrayList<>();
    private final List<Integer> exits = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();

    /** @param portions how many portions of work are committed, for the eyes of whoever waits */
    StageSequence(StageRunner runner, LongSupplier portions, PrintWriter err) {
        this.runner = runner;
        this.portions = portions;
        this.err = err;
    }

    /** Runs a stage unless what it builds on has failed. */
    void run(Stage stage) {
        String name = stage.name() + (stage.scope().isEmpty() ? "" : " " + stage.scope());
        for (String base : BUILDS_ON.getOrDefault(stage.name(), Set.of())) {
            if (failed.contains(base)) {
                err.println(name + " left out: it builds on " + base + ", which did not end well");
                return;
            }
        }
        err.println(name + " ...");
        try (var heartbeat = new Heartbeat(name, Heartbeat.PERIOD, portions, err)) {
            outcomes.addAll(runner.run(stage));
        } catch (RuntimeException failure) {
            if (concernsAll(failure)) {
                throw failure;
            }
            failed.add(stage.name());
            exits.add(Failures.tell(failure, err));
        }
    }

    List<StageOutcome> outcomes() {
        return outcomes;
    }

    /** 20 when a sum is wrong anywhere, else what the first stage that failed ended with, 69 when a server was away, else 0. */
    int exit() {
        boolean broken = outcomes.stream().anyMatch(StageOutcome::isBroken) || exits.contains(ExitCode.BROKEN.code);
        if (broken) {
            return ExitCode.BROKEN.code;
        }
        boolean unreached = outcomes.stream().anyMatch(StageOutcome::isUnreached);
        return exits.stream().findFirst().orElse(unreached ? ExitCode.UNREACHABLE.code : ExitCode.DONE.code);
    }

    private static boolean concernsAll(RuntimeException failure) {
        return failure instanceof GateBusy
                || failure instanceof NeedsRecovery
                || failure instanceof StageFailure stage && stage.end() != JobRun.End.FAILED
                || DatabaseTrouble.of(failure).isPresent();
    }
}
