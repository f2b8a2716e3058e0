package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.engine.JobRun.End;
import io.quittance.engine.Recovered.What;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Crashes between two stores of the engine itself, made by hand because no crash point lies there. */
@DatabaseTest
@OnEveryServer
class LeftoversIT {

    private final ToyDatabase database = ToyDatabase.create();
    private final ToyEngine engine = ToyEngine.on(database.url());

    @AfterEach
    void close() {
        ToyJob.hook = (step, chunk) -> {};
        engine.close();
    }

    /** R-07, batch#4763: killed between instance and execution. */
    @Test
    void an_instance_without_execution_is_deleted() {
        try (HeldGate held = engine.bean(JobGate.class).take(Gate.PIPELINE)) {
            engine.bean(JobRepository.class).createJobInstance("toy", RunParameters.of("w", held));
        }
        assertThatThrownBy(() -> engine.run("w")).isInstanceOf(NeedsRecovery.class);
        assertThat(engine.bean(Recovery.class).recover())
                .extracting(Recovered::what)
                .containsExactly(What.INSTANCE_DELETED);
        assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
    }

    /** Killed after the last step and before the job's own end. */
    @Test
    void a_job_whose_steps_are_all_done_completes() {
        engine.run("w");
        database.asOwner()
                .sql("update batch.batch_job_execution set status = 'STARTED', end_time = null")
                .update();
        assertThatThrownBy(() -> engine.run("w")).isInstanceOf(NeedsRecovery.class);
        engine.bean(Recovery.class).recover();
        assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        assertThat(database.rowsOf("last")).isEqualTo("1 rows, 1 distinct");
    }

    /** Killed in the restart, between the step's creation and the store of the position it inherited. */
    @Test
    void a_step_that_never_began_does_not_hide_its_predecessors_position() {
        failInChunk(4);
        createAsCrashedRestart("single", true);
        assertThat(engine.bean(Recovery.class).recover())
                .extracting(Recovered::what)
                .containsExactly(What.STEP_DELETED, What.EXECUTION_SETTLED);
        assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
    }

    /** Killed while the partitions were being created: one has no range yet, the other does not exist. */
    @Test
    void half_cut_partitions_are_cut_again() {
        createAsCrashedRestart("parts:p00", false);
        assertThatThrownBy(() -> engine.run("w")).isInstanceOf(NeedsRecovery.class);
        engine.bean(Recovery.class).recover();
        assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
    }

    private void failInChunk(int at) {
        AtomicInteger chunks = new AtomicInteger();
        ToyJob.hook = (step, chunk) -> {
            if (step.equals("single") && chunks.incrementAndGet() == at) {
                throw new IllegalStateException("chunk " + at + " fails");
            }
        };
        assertThat(engine.run("w").end()).isEqualTo(End.FAILED);
        assertThat(database.rowsOf("single")).isEqualTo("150 rows, 150 distinct");
        ToyJob.hook = (step, chunk) -> {};
    }

    private void createAsCrashedRestart(String step, boolean instanceExists) {
        JobRepository repository = engine.bean(JobRepository.class);
        try (HeldGate held = engine.bean(JobGate.class).take(Gate.PIPELINE)) {
            JobParameters parameters = RunParameters.of("w", held);
            JobInstance instance = instanceExists
                    ? repository.getJobInstance("toy", parameters)
                    : repository.createJobInstance("toy", parameters);
            JobExecution execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
            repository.createStepExecution(step, execution);
        }
    }
}
