package io.quittance.ledger.job;

import io.quittance.engine.Steps;
import io.quittance.ledger.store.Seals;
import io.quittance.stage.WorkSets;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The last step of every job that posts: numbers and chains the journals of its work set as one block. */
@Component
public class SealStep {

    private final Steps steps;
    private final Seals seals;
    private final WorkSets workSets;

    public SealStep(Steps steps, Seals seals, WorkSets workSets) {
        this.steps = steps;
        this.seals = seals;
        this.workSets = workSets;
    }

    /** The step. One thread, one transaction: two blocks can never be open at once. */
    public Step step() {
        return steps.forWorkSet(
                "seal",
                workSet -> steps.tasklet("seal", (contribution, context) -> {
                    seals.seal(workSet, workSets.get(workSet).businessDate());
                    return RepeatStatus.FINISHED;
                }));
    }

    /** The step that marks the work set as finished. Comes after everything else. */
    public Step finish() {
        return steps.forWorkSet(
                "finish",
                workSet -> steps.tasklet("finish", (contribution, context) -> {
                    workSets.finish(workSet);
                    return RepeatStatus.FINISHED;
                }));
    }
}
