package io.quittance.engine;

import io.quittance.engine.JobRun.End;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs one job on one work set, under a gate already held: starts it, continues it, or says that it is done. */
public final class Launch {

    private final JobOperator operator;
    private final JobRepository repository;
    private final StopSignal stop;

    Launch(JobOperator operator, JobRepository repository, StopSignal stop) {
        this.operator = operator;
        this.repository = repository;
        this.stop = stop;
    }

    /**
     * Runs to the end, on this thread.
     *
     * @param held the gate of this job; it must stay open until this returns
     * @throws NeedsRecovery when a crash left this work unsettled
     */
    public JobRun run(Job job, String workSet, HeldGate held) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a job is never launched inside a transaction");
        }
        JobParameters parameters = RunParameters.of(workSet, held);
        return switch (before(job, parameters)) {
            case DONE -> new JobRun(job.getName(), workSet, End.NOTHING_TO_DO, List.of());
            case NEW, RESTARTABLE -> start(job, parameters, workSet);
        };
    }

    private JobRun start(Job job, JobParameters parameters, String workSet) {
        if (!stop.enter()) {
            return new JobRun(job.getName(), workSet, End.STOPPED, List.of());
        }
        try {
            JobExecution execution = operator.start(job, parameters);
            return new JobRun(job.getName(), workSet, end(execution), execution.getAllFailureExceptions());
        } catch (JobExecutionException e) {
            throw new IllegalStateException(job.getName() + " " + workSet + " cannot be started: " + e.getMessage(), e);
        } finally {
            stop.leave();
        }
    }

    private enum Before {
        NEW,
        RESTARTABLE,
        DONE
    }

    private Before before(Job job, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance == null) {
            return Before.NEW;
        }
        JobExecution last = repository.getLastJobExecution(instance);
        String unsettled = unsettled(last);
        if (last == null || unsettled != null) {
            throw new NeedsRecovery(job.getName(), RunParameters.workSet(parameters), String.valueOf(unsettled));
        }
        return last.getStatus() == BatchStatus.COMPLETED ? Before.DONE : Before.RESTARTABLE;
    }

    /** The state that keeps the execution from being continued, null when nothing does. */
    private static @Nullable String unsettled(@Nullable JobExecution last) {
        if (last == null) {
            return "without an execution";
        }
        if (Recovery.isUnsettled(last.getStatus())) {
            return last.getStatus().name();
        }
        return last.getStepExecutions().stream()
                .filter(step -> Recovery.isUnsettled(step.getStatus()))
                .map(step -> step.getStepName() + " " + step.getStatus())
                .findFirst()
                .orElse(null);
    }

    private static End end(JobExecution execution) {
        if (execution.getAllFailureExceptions().stream().anyMatch(Launch::isFencedOff)) {
            return End.FENCED_OFF;
        }
        boolean unknown = execution.getStepExecutions().stream()
                .map(StepExecution::getStatus)
                .anyMatch(status -> status == BatchStatus.UNKNOWN);
        return switch (execution.getStatus()) {
            case COMPLETED -> unknown ? End.UNSETTLED : End.COMPLETED;
            case STOPPED -> unknown ? End.UNSETTLED : End.STOPPED;
            case FAILED, ABANDONED -> unknown ? End.UNSETTLED : End.FAILED;
            case STARTING, STARTED, STOPPING, UNKNOWN -> End.UNSETTLED;
        };
    }

    private static boolean isFencedOff(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof FencedOff) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
