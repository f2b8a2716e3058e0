package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing goes wrong: once is all rows, twice is nothing to do. */
@DatabaseTest
@OnEveryServer
class StraightRunIT {

    private final ToyDatabase database = ToyDatabase.create();

    @Test
    void once_is_everything_and_twice_is_nothing() {
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            JobRun first = engine.run("a-1");
            assertThat(first.failures()).isEmpty();
            assertThat(first.end()).isEqualTo(End.COMPLETED);
            assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
            assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
            assertThat(engine.run("a-1").end()).isEqualTo(End.NOTHING_TO_DO);
            assertThat(engine.bean(Recovery.class).recover()).isEmpty();
        }
        assertThat(database.count("select count(*) from toy.target")).isEqualTo(801);
        assertThat(database.count("select count(*) from batch.batch_job_instance"))
                .isEqualTo(1);
    }

    @Test
    void never_inside_a_transaction_and_never_past_the_gate() {
        try (ToyEngine engine = ToyEngine.on(database.url());
                HeldGate held = engine.bean(JobGate.class).take(Gate.PIPELINE)) {
            TransactionTemplate outer = new TransactionTemplate(engine.bean(PlatformTransactionManager.class));
            assertThatThrownBy(() -> outer.execute(status -> engine.runUnder(held, "a-2")))
                    .hasMessageContaining("never launched inside a transaction");
            JobParameters bare =
                    new JobParametersBuilder().addString("workSet", "a-2").toJobParameters();
            assertThatThrownBy(() -> engine.bean(JobOperator.class).start(engine.bean(Job.class), bare))
                    .hasMessageContaining("exactly the parameters");
        }
    }
}
