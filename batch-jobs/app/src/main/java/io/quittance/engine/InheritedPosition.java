package io.quittance.engine;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Stores the position that a restarted step took over, before it reads anything.
 *
 * <p>Batch 6.0.6 creates the new execution with an empty context and hands the predecessor's over in memory; the first
 * chunk stores it. Killed before that, the next restart would find the empty one and read from the start again.
 * {@link Recovery} deletes executions that did not come as far as this.
 */
final class InheritedPosition implements StepExecutionListener {

    /** What {@code AbstractStep} puts into the context of an execution that has really begun. */
    static final String BEGUN = "batch.version";

    private final JobRepository repository;

    InheritedPosition(JobRepository repository) {
        this.repository = repository;
    }

    @Override
    public void beforeStep(StepExecution step) {
        repository.updateExecutionContext(step);
        CrashPoint.STEP_BEGUN.hit();
    }
}
