package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D-01: every connection is cut in mid-chunk. Batch ends UNKNOWN and would refuse for ever; recovery settles it. */
@DatabaseTest
@OnEveryServer
class ConnectionLossIT {

    private final ToyDatabase database = ToyDatabase.create();

    @AfterEach
    void unhook() {
        ToyJob.hook = (step, chunk) -> {};
    }

    @ParameterizedTest(name = "cut in chunk {1} of {0}")
    @CsvSource({"parts, 1", "parts, 5", "single, 1", "single, 4", "last, 1"})
    void settled_and_finished(String where, int at) {
        AtomicInteger chunks = new AtomicInteger();
        ToyJob.hook = (step, chunk) -> {
            if (step.equals(where) && chunks.incrementAndGet() == at) {
                database.cutAllConnections();
            }
        };
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            JobRun cut = engine.run("w");
            assertThat(cut.end()).isEqualTo(End.UNSETTLED);
            assertThat(cut.exit()).isEqualTo(75);
            assertThatThrownBy(() -> engine.run("w")).isInstanceOf(NeedsRecovery.class);
            assertThat(engine.bean(Recovery.class).recover()).isNotEmpty();
            assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        }
        assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
        assertThat(database.count("select count(*) from batch.batch_step_execution where status = 'UNKNOWN'"))
                .isZero();
    }
}
