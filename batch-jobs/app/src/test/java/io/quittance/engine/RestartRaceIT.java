package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C-01, C-02, batch#5397: of many that start or restart the same work at once, one runs. */
@DatabaseTest
@OnEveryServer
class RestartRaceIT {

    private static final int RACERS = 6;

    private final ToyDatabase database = ToyDatabase.create();

    @AfterEach
    void unhook() {
        ToyJob.hook = (step, chunk) -> {};
    }

    @Test
    void one_restarts_and_the_others_are_told_who() throws Exception {
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            ToyJob.hook = (step, chunk) -> {
                throw new IllegalStateException("the first run fails");
            };
            assertThat(engine.run("w").end()).isEqualTo(End.FAILED);
            CountDownLatch busy = new CountDownLatch(RACERS - 1);
            ToyJob.hook = (step, chunk) -> busy.await();
            Map<String, Integer> ends = race(engine, busy);
            assertThat(ends).containsExactlyInAnyOrderEntriesOf(Map.of("COMPLETED", 1, "busy", RACERS - 1));
        }
        assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
        assertThat(database.count("select count(*) from batch.batch_job_execution"))
                .isEqualTo(2);
    }

    private static Map<String, Integer> race(ToyEngine engine, CountDownLatch busy) throws Exception {
        Callable<String> racer = () -> {
            try {
                return engine.run("w").end().name();
            } catch (GateBusy e) {
                assertThat(e).hasMessageContaining("held by " + Owner.current().name() + ", since 2");
                busy.countDown();
                return "busy";
            }
        };
        Map<String, Integer> ends = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            List<Future<String>> futures = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                futures.add(threads.submit(racer));
            }
            for (Future<String> future : futures) {
                ends.merge(future.get(), 1, Integer::sum);
            }
        }
        return ends;
    }

    /** C-03: recovery against a living run is refused. */
    @Test
    void recovery_is_refused_while_somebody_works() {
        try (ToyEngine engine = ToyEngine.on(database.url());
                HeldGate held = engine.bean(JobGate.class).take(Gate.INTAKE)) {
            assertThat(held.epoch()).isPositive();
            assertThat(catchBusy(engine).gate()).isEqualTo(Gate.INTAKE);
        }
    }

    private static GateBusy catchBusy(ToyEngine engine) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                GateBusy.class, () -> engine.bean(Recovery.class).recover());
    }
}
