package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** K-05: SIGTERM in mid-run stops at a chunk boundary, partitions too; the same command continues without recovery. */
@DatabaseTest
class SigtermIT {

    private final ToyDatabase database = ToyDatabase.create();

    @ParameterizedTest(name = "in step {0}")
    @CsvSource({"parts", "single"})
    void stops_and_continues(String step) throws Exception {
        Process process = ToyProcess.start("run", database.url(), "w", "-Dtoy.pause=300");
        await(step);
        process.destroy();
        long before = System.nanoTime();
        assertThat(ToyProcess.exit(process)).isEqualTo(143);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        assertThat(status("batch.batch_job_execution")).isEqualTo("STOPPED");
        assertThat(database.count("select count(*) from batch.batch_step_execution"
                        + " where status not in ('COMPLETED', 'STOPPED')"))
                .isZero();
        assertThat(database.count("select count(*) from toy.target where step = '" + step + "'"))
                .isLessThan(400)
                .isPositive();
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        }
        assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
    }

    private void await(String step) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (database.count("select count(*) from toy.target where step = '" + step + "'") == 0) {
            assertThat(System.nanoTime()).as("no row of " + step + " in 60 s").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private String status(String table) {
        return database.asOwner()
                .sql("select string_agg(status, ', ') from " + table)
                .query(String.class)
                .single();
    }
}
