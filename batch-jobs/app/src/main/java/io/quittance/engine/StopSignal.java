package io.quittance.engine;

import java.time.Duration;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Tells all running steps of this process, partitions too, to end at their next chunk boundary, and waits for the runs.
 *
 * <p>A flag in memory, not {@code JobOperator.stop}: that one writes the execution's row while the step does, and a
 * partitioned step's workers learn of it only one commit later. Every step of ours asks here before each chunk.
 */
final class StopSignal implements StepInterruptionPolicy, StopPoint {

    private volatile boolean raised;
    private int runs;

    /**
     * {@inheritDoc}
     *
     * <p>Marks the execution before it throws. Batch's own policy does not, and its chunk loop then takes the exception for
     * the end of the input: the step would end COMPLETED with rows missing.
     */
    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (isRaised() || Thread.currentThread().isInterrupted() || step.isTerminateOnly()) {
            step.setTerminateOnly();
            throw new JobInterruptedException("stopped at a chunk boundary");
        }
    }

    /** {@inheritDoc} Batch takes an exception with this cause for a stop, not for a failure. */
    @Override
    public void pass() {
        if (raised) {
            throw new IllegalStateException(new JobInterruptedException("stopped at a stop point"));
        }
    }

    boolean isRaised() {
        return raised;
    }

    synchronized void raise() {
        raised = true;
    }

    /** Counts a run in; false when the process is stopping and nothing may start any more. */
    synchronized boolean enter() {
        if (!raised) {
            runs++;
        }
        return !raised;
    }

    synchronized void leave() {
        runs--;
        notifyAll();
    }

    /** True when all runs have ended, their metadata stored, within the time. */
    synchronized boolean await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (runs > 0 && left > 0) {
            wait(Math.max(1, left / 1_000_000));
            left = deadline - System.nanoTime();
        }
        return runs == 0;
    }
}
