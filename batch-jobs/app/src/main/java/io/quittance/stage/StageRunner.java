package io.quittance.stage;

import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.engine.JobRun;
import io.quittance.engine.Launch;
import io.quittance.stage.StageOutcome.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs a stage under its gate: goes on with the work that was begun, else freezes new work, else says that there is none. */
@Component
public class StageRunner {

    private final JobGate gates;
    private final Launch launch;
    private final WorkSets workSets;
    private final TransactionOperations transactions;

    public StageRunner(JobGate gates, Launch launch, WorkSets workSets, TransactionOperations transactions) {
        this.gates = gates;
        this.launch = launch;
        this.workSets = workSets;
        this.transactions = transactions;
    }

    /**
     * Runs one stage to its end: first the work that an earlier start left, then what has come since.
     *
     * @return one outcome a work set; one that says so when there was nothing to do
     * @throws StageFailure when its job did not complete
     * @throws io.quittance.engine.GateBusy when another process runs it
     * @throws io.quittance.engine.NeedsRecovery when a crash left it unsettled
     */
    public List<StageOutcome> run(Stage stage) {
        try (HeldGate held = gates.take(stage.gate())) {
            var outcomes = new ArrayList<StageOutcome>(2);
            workSets.open(stage.name(), stage.scope()).ifPresent(left -> outcomes.add(run(stage, left, held)));
            List<Figure> left = stage.collect();
            Optional<WorkSet> fresh = transactions.execute(status -> stage.freeze());
            fresh.ifPresent(set -> outcomes.add(run(stage, set, held)));
            if (outcomes.isEmpty()) {
                outcomes.add(StageOutcome.nothing(stage.name()));
            }
            outcomes.add(outcomes.removeLast().with(left));
            return outcomes;
        }
    }

    private StageOutcome run(Stage stage, WorkSet work, HeldGate held) {
        JobRun run = launch.run(stage.job(), work.id(), held);
        return switch (run.end()) {
            case COMPLETED, NOTHING_TO_DO -> stage.outcome(work);
            case STOPPED, FAILED, FENCED_OFF, UNSETTLED -> throw StageFailure.of(stage.name(), run);
        };
    }
}
