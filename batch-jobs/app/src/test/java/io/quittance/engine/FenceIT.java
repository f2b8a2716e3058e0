package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** K-06: an owner that lost its gate while it was paused cannot write another row. */
@DatabaseTest
@OnEveryServer
class FenceIT {

    private final ToyDatabase database = ToyDatabase.create();
    private final DedicatedConnections connections = DedicatedConnections.to(database.url(), null, null);

    @AfterEach
    void unhook() {
        ToyJob.hook = (step, chunk) -> {};
    }

    @Test
    void no_row_after_the_epoch_was_raised() throws Exception {
        CountDownLatch raised = new CountDownLatch(1);
        AtomicInteger chunks = new AtomicInteger();
        ToyJob.hook = (step, chunk) -> {
            if (step.equals("single") && chunks.incrementAndGet() == 3) {
                CompletableFuture.runAsync(() -> {
                    database.asOwner()
                            .sql("update quittance.gate set epoch = epoch + 1")
                            .update();
                    raised.countDown();
                });
                TimeUnit.MILLISECONDS.sleep(500);
                assertThat(raised.getCount())
                        .as("the update waits for the chunk")
                        .isOne();
                afterCommit(raised);
            }
        };
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            JobRun run = engine.run("w");
            assertThat(run.end()).isEqualTo(End.FENCED_OFF);
            assertThat(run.exit()).isEqualTo(75);
        }
        assertThat(chunks).as("chunks of the single step that came to writing").hasValue(3);
        assertThat(database.rowsOf("single")).isEqualTo("150 rows, 150 distinct");
    }

    /** Between this chunk's commit and the next chunk, so that the update and not the next chunk gets the row. */
    private static void afterCommit(CountDownLatch raised) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    assertThat(raised.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    @Test
    void whoever_takes_over_ends_the_paused_owners_sessions() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        ToyJob.hook = (step, chunk) -> {
            if (step.equals("single")) {
                paused.countDown();
                taken.await();
            }
        };
        JobGate other = new JobGate(connections, new Owner("quittance other"), 10);
        try (ToyEngine engine = ToyEngine.on(database.url())) {
            CompletableFuture<JobRun> first = CompletableFuture.supplyAsync(() -> engine.run("w"));
            assertThat(paused.await(30, TimeUnit.SECONDS)).isTrue();
            cutTheGate();
            try (HeldGate held = other.take(Gate.PIPELINE)) {
                assertThat(held.epoch()).isEqualTo(2);
                taken.countDown();
                assertThat(first.get(30, TimeUnit.SECONDS).end()).isIn(End.UNSETTLED, End.FENCED_OFF);
                assertThat(database.rowsOf("single")).isEqualTo("0 rows, 0 distinct");
            }
            ToyJob.hook = (step, chunk) -> {};
            engine.bean(Recovery.class).recover();
            assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        }
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
    }

    @Test
    void takes_no_gate_whose_last_chunk_does_not_end() throws Exception {
        JobGate patient = new JobGate(connections, new Owner("quittance third"), 1);
        patient.take(Gate.PIPELINE).close();
        try (Connection stranger = DriverManager.getConnection(database.url())) {
            stranger.setAutoCommit(false);
            stranger.createStatement().execute("select 1 from quittance.gate for share");
            assertThat(catchThrowable(() -> patient.take(Gate.PIPELINE)))
                    .isInstanceOf(GateBusy.class)
                    .hasMessageContaining("has not ended within 1 s");
        }
        patient.take(Gate.PIPELINE).close();
    }

    private void cutTheGate() {
        assertThat(database.asOwner()
                        .sql("select pg_terminate_backend(l.pid, 5000) from pg_locks l join pg_database d"
                                + " on d.oid = l.database where l.locktype = 'advisory'"
                                + " and d.datname = current_database()")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }
}
