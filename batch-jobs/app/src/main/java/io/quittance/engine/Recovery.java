package io.quittance.engine;

import io.quittance.engine.Recovered.What;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Settles what a crash or a lost connection left behind, so that the same command can continue.
 *
 * <p>Safe because of what it does first: it takes all gates. That proves that the owner's session is gone, ends the sessions
 * it may have left, and waits for the last chunk in flight (see {@link JobGate}). After that UNKNOWN needs no
 * {@code pg_xact_status}: whether the last COMMIT arrived or not, rows and position tell the same story.
 *
 * <p>Not {@code JobOperator.recover}: it leaves UNKNOWN alone, and steps that were created and never begun, whose empty
 * position would win over their predecessor's. Idempotent; each execution is one transaction, so it may be killed too.
 */
public final class Recovery {

    private static final String UNSETTLED_EXECUTIONS = """
            select e.job_execution_id from batch.batch_job_execution e
             where e.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                or exists (select 1 from batch.batch_step_execution s
                            where s.job_execution_id = e.job_execution_id
                              and s.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))
             order by 1
            """;
    private static final String INSTANCES_WITHOUT_EXECUTION = """
            select i.job_instance_id from batch.batch_job_instance i
             where not exists (select 1 from batch.batch_job_execution e where e.job_instance_id = i.job_instance_id)
             order by 1
            """;

    private final JobGate gates;
    private final JobRepository repository;
    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;

    Recovery(JobGate gates, JobRepository repository, JdbcOperations jdbc, TransactionOperations transactions) {
        this.gates = gates;
        this.repository = repository;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Takes all gates and settles everything.
     *
     * @return what was done; empty when all was in order
     * @throws GateBusy when a process is at work: then nothing is broken, or not yet provably
     */
    public List<Recovered> recover() {
        List<HeldGate> held = gates.takeAll();
        try {
            List<Recovered> done = new ArrayList<>();
            for (long id : ids(UNSETTLED_EXECUTIONS)) {
                done.addAll(inTransaction(() -> settle(id)));
            }
            for (long id : ids(INSTANCES_WITHOUT_EXECUTION)) {
                done.addAll(inTransaction(() -> deleteInstance(id)));
            }
            return done;
        } finally {
            held.forEach(HeldGate::close);
        }
    }

    private List<Long> ids(String query) {
        return jdbc.query(query, (row, number) -> row.getLong(1));
    }

    /** True for a state that only a living process may be in, or that a lost connection left. */
    static boolean isUnsettled(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    private interface Work {
        List<Recovered> run();
    }

    private List<Recovered> inTransaction(Work work) {
        List<Recovered> done = transactions.execute(status -> {
            List<Recovered> changes = work.run();
            CrashPoint.RECOVERY_SETTLING.hit();
            return changes;
        });
        CrashPoint.RECOVERY_SETTLED.hit();
        return done;
    }

    private List<Recovered> settle(long executionId) {
        JobExecution execution = repository.getJobExecution(executionId);
        if (execution == null) {
            return List.of();
        }
        List<Recovered> done = new ArrayList<>();
        for (StepExecution step : List.copyOf(execution.getStepExecutions())) {
            if (isUnsettled(step.getStatus())) {
                done.add(settle(step));
            }
        }
        if (isUnsettled(execution.getStatus())) {
            done.add(report(What.EXECUTION_SETTLED, execution, "was " + execution.getStatus()));
            fail(execution);
        }
        return done;
    }

    private void fail(JobExecution execution) {
        execution.setExitStatus(settled(execution.getStatus()));
        execution.setStatus(BatchStatus.FAILED);
        execution.setEndTime(Optional.ofNullable(execution.getEndTime()).orElseGet(LocalDateTime::now));
        repository.update(execution);
    }

    private Recovered settle(StepExecution step) {
        String detail = step.getStepName() + " was " + step.getStatus();
        if (!step.getExecutionContext().containsKey(InheritedPosition.BEGUN)) {
            repository.deleteStepExecution(step);
            return report(What.STEP_DELETED, step.getJobExecution(), detail + " and had not begun");
        }
        step.setExitStatus(settled(step.getStatus()));
        step.setStatus(BatchStatus.FAILED);
        step.setEndTime(Optional.ofNullable(step.getEndTime()).orElseGet(LocalDateTime::now));
        repository.update(step);
        return report(What.STEP_SETTLED, step.getJobExecution(), detail);
    }

    private List<Recovered> deleteInstance(long instanceId) {
        JobInstance instance = repository.getJobInstance(instanceId);
        if (instance == null) {
            return List.of();
        }
        repository.deleteJobInstance(instance);
        return List.of(new Recovered(What.INSTANCE_DELETED, instance.getJobName(), "", "it had no execution"));
    }

    private static ExitStatus settled(BatchStatus was) {
        return ExitStatus.FAILED.addExitDescription("settled by recover, was " + was);
    }

    private static Recovered report(What what, JobExecution execution, String detail) {
        String workSet = execution.getJobParameters().getString(RunParameters.WORK_SET, "");
        return new Recovered(what, execution.getJobInstance().getJobName(), String.valueOf(workSet), detail);
    }
}
