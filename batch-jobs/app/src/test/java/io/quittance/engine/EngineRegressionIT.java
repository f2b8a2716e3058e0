package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bugs that Batch 6.0 had once (or has), each a test for ever: of the catalogue. */
@DatabaseTest
@OnEveryServer
class EngineRegressionIT {

    private final ToyDatabase database = ToyDatabase.create();
    private final ToyEngine engine = ToyEngine.on(database.url());

    @AfterEach
    void close() {
        ToyJob.hook = (step, chunk) -> {};
        engine.close();
    }

    /** R-01, batch#5182: the chunk rolls back, so must the position. */
    @Test
    void a_failed_chunk_is_read_again() {
        onceInChunk(3, () -> {
            throw new IllegalStateException("chunk 3");
        });
        assertThat(engine.run("w").end()).isEqualTo(End.FAILED);
        assertThat(database.rowsOf("single")).isEqualTo("100 rows, 100 distinct");
        assertFinishes(false);
    }

    /** R-02, batch#5199: the rows are written, then the step's own row cannot be: nothing of the chunk stays. */
    @Test
    void a_chunk_whose_metadata_cannot_be_stored_is_rolled_back() {
        database.asOwner().sql("""
                create function batch.refuse() returns trigger language plpgsql as $$
                begin raise exception 'no metadata today'; end $$
                """).update();
        database.asOwner().sql("""
                create trigger refuse before update on batch.batch_step_execution for each row
                when (new.step_name = 'single' and new.write_count = 150 and new.status = 'STARTED')
                execute function batch.refuse()
                """).update();
        assertThat(engine.run("w").done()).isFalse();
        assertThat(database.rowsOf("single")).isEqualTo("100 rows, 100 distinct");
        database.asOwner()
                .sql("drop trigger refuse on batch.batch_step_execution")
                .update();
        assertFinishes(true);
    }

    /** R-05, batch#5509: somebody swallows the exception of an inner transaction. */
    @Test
    void a_chunk_marked_for_rollback_in_silence_fails_the_step() {
        TransactionTemplate inner = new TransactionTemplate(engine.bean(PlatformTransactionManager.class));
        onceInChunk(3, () -> {
            try {
                inner.executeWithoutResult(status -> {
                    throw new IllegalStateException("swallowed");
                });
            } catch (IllegalStateException swallowed) {
                assertThat(swallowed).hasMessage("swallowed");
            }
        });
        assertThat(engine.run("w").end()).isIn(End.FAILED, End.UNSETTLED);
        assertThat(database.rowsOf("single")).isEqualTo("100 rows, 100 distinct");
        assertFinishes(true);
    }

    /** R-05 again: the SQL error is swallowed, the server has aborted the transaction. */
    @Test
    void a_chunk_whose_sql_error_was_swallowed_fails_the_step() {
        onceInChunk(3, () -> {
            try {
                engine.bean(JdbcClient.class).sql("select 1 / 0").query().singleValue();
            } catch (org.springframework.dao.DataAccessException swallowed) {
                assertThat(swallowed).hasMessageContaining("division by zero");
            }
        });
        assertThat(engine.run("w").done()).isFalse();
        assertThat(database.rowsOf("single")).isEqualTo("100 rows, 100 distinct");
        assertFinishes(true);
    }

    /** COMMIT itself fails, after the position in memory has moved on. */
    @Test
    void a_failed_commit_loses_and_doubles_nothing() {
        database.asOwner().sql("""
                create function toy.refuse() returns trigger language plpgsql as $$
                begin raise exception 'not at commit either'; end $$
                """).update();
        database.asOwner().sql("""
                create constraint trigger refuse after insert on toy.target deferrable initially deferred
                for each row when (new.step = 'single' and new.id = 120) execute function toy.refuse()
                """).update();
        assertThat(engine.run("w").done()).isFalse();
        assertThat(database.rowsOf("single")).isEqualTo("100 rows, 100 distinct");
        database.asOwner().sql("drop trigger refuse on toy.target").update();
        assertFinishes(true);
    }

    private void onceInChunk(int at, Runnable fault) {
        AtomicInteger chunks = new AtomicInteger();
        ToyJob.hook = (step, chunk) -> {
            if (step.equals("single") && chunks.incrementAndGet() == at) {
                fault.run();
            }
        };
    }

    private void assertFinishes(boolean mayNeedRecovery) {
        if (mayNeedRecovery) {
            engine.bean(Recovery.class).recover();
        }
        assertThat(engine.run("w").end()).isEqualTo(End.COMPLETED);
        assertThat(database.rowsOf("parts")).isEqualTo(ToyJob.ALL);
        assertThat(database.rowsOf("single")).isEqualTo(ToyJob.ALL);
    }
}
