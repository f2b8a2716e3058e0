package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.engine.JobRun.End;
import io.quittance.engine.Recovered.What;
import io.quittance.testkit.database.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** K-01, K-03, K-04: killed at a named instant, recovered, started again: all rows exactly once. */
@DatabaseTest
class KillNineIT {

    private final ToyDatabase database = ToyDatabase.create();

    @ParameterizedTest(name = "killed at {0}, pass {1}: {2}")
    @CsvSource({
        "gate-locked,      1, nothing to settle",
        "gate-taken,       1, nothing to settle",
        "step-begun,       1, needs recovery",
        "chunk-begun,      4, needs recovery",
        "chunk-committing, 6, needs recovery",
        "chunk-committed,  6, needs recovery",
        "chunk-committed, 14, needs recovery",
        "chunk-committed, 18, needs recovery"
    })
    void all_rows_exactly_once(String point, int pass, String then) throws Exception {
        assertThat(crash("run", point, pass)).isEqualTo(CrashPoint.EXIT);
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            if (then.equals("needs recovery")) {
                assertThatThrownBy(() -> engine.run("w"))
                        .isInstanceOf(NeedsRecovery.class)
                        .hasMessageContaining("quittance recover");
                assertThat(engine.bean(Recovery.class).recover())
                        .extracting(Recovered::what)
                        .contains(What.EXECUTION_SETTLED);
            }
            assertThat(engine.bean(Recovery.class).recover()).isEmpty();
            assertComplete(engine);
        }
    }

    /** The window in which Batch 6.0.6 itself forgets the position: the restart dies before its first chunk. */
    @ParameterizedTest(name = "and the restart at {0}")
    @CsvSource({"step-begun", "chunk-begun", "chunk-committing"})
    void the_restart_is_killed_before_its_first_commit(String point) throws Exception {
        // the partitions commit 9 times and the single step 9 times: the 13th commit is in its middle
        assertThat(crash("run", "chunk-committed", 13)).isEqualTo(CrashPoint.EXIT);
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            engine.bean(Recovery.class).recover();
        }
        assertThat(crash("run", point, 1)).isEqualTo(CrashPoint.EXIT);
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            engine.bean(Recovery.class).recover();
            assertComplete(engine);
        }
    }

    @ParameterizedTest(name = "recovery killed at {0}")
    @CsvSource({"gate-taken", "recovery-settling", "recovery-settled"})
    void recovery_may_be_killed_too(String point) throws Exception {
        assertThat(crash("run", "chunk-committing", 3)).isEqualTo(CrashPoint.EXIT);
        assertThat(crash("recover", point, 1)).isEqualTo(CrashPoint.EXIT);
        assertThat(ToyProcess.run("recover", database.url(), "w")).isZero();
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            assertComplete(engine);
        }
    }

    @Test
    void the_epoch_rises_with_every_owner() throws Exception {
        assertThat(crash("run", "gate-taken", 1)).isEqualTo(CrashPoint.EXIT);
        assertThat(ToyProcess.run("run", database.url(), "w")).isZero();
        assertThat(database.count("select epoch from quittance.gate where name = 'pipeline'"))
                .isEqualTo(2);
        assertThat(database.count("select count(*) from quittance.gate where holder is not null"))
                .isZero();
    }

    private int crash(String command, String point, int pass) throws Exception {
        return ToyProcess.run(
                command, database.url(), "w", "-Dquittance.crash.at=" + point, "-Dquittance.crash.count=" + pass);
    }

    private void assertComplete(ToyEngine engine) {
        assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
        assertThat(database.rowsOf("last")).isEqualTo("1 rows, 1 distinct");
    }
}
