package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/** A stop in the middle of one long transaction is a stop for Batch, not a failure: the same command goes on. */
class StopPointTest {

    private final JobRepository repository = new ResourcelessJobRepository();
    private final StopSignal signal = new StopSignal();

    @Test
    void aStepThatPassesAStopPointAfterTheSignalEndsStopped() throws Exception {
        var rows = new AtomicInteger();
        StepExecution execution = run(() -> {
            for (int row = 1; row <= 1_000; row++) {
                signal.pass();
                if (rows.incrementAndGet() == 10) {
                    signal.raise();
                }
            }
        });
        assertThat(rows).hasValue(10);
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(execution.getRollbackCount()).isEqualTo(1);
    }

    @Test
    void withoutASignalNothingIsStopped() throws Exception {
        assertThat(run(signal::pass).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    private StepExecution run(Runnable work) throws Exception {
        JobInstance instance = repository.createJobInstance("j", new JobParameters());
        JobExecution job = repository.createJobExecution(instance, new JobParameters(), new ExecutionContext());
        StepExecution execution = repository.createStepExecution("s", job);
        new StepBuilder("s", repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build()
                .execute(execution);
        return execution;
    }
}
