package io.quittance.engine;

import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step that is built when it runs, for the work set and the shards of its execution: readers and writers are plain
 * objects that know their work, without step scope and its proxies (which hide an {@code ItemStream} and lose positions).
 */
record DeferredStep(String name, Function<StepExecution, Step> plan) implements Step {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        plan.apply(execution).execute(execution);
    }
}
