package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engine.JobRun.End;
import io.quittance.testkit.database.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Launches of different work at the same time do not fail each other (they do at SERIALIZABLE, Batch's default). */
@DatabaseTest
class LaunchIsolationIT {

    private static final int THREADS = 4;
    private static final int LAUNCHES = 60;

    @Test
    void all_complete() throws Exception {
        ToyDatabase database = ToyDatabase.create();
        try (ToyEngine engine = ToyEngine.on(database.url());
                HeldGate held = engine.bean(JobGate.class).take(Gate.PIPELINE);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Job small = engine.bean(Jobs.class)
                    .of("small", engine.bean(Steps.class).tasklet("one", (c, x) -> RepeatStatus.FINISHED));
            List<Future<JobRun>> runs = new ArrayList<>();
            for (int i = 0; i < LAUNCHES; i++) {
                String workSet = "w" + i;
                runs.add(threads.submit(() -> engine.bean(Launch.class).run(small, workSet, held)));
            }
            for (Future<JobRun> run : runs) {
                assertThat(run.get().end()).isEqualTo(End.COMPLETED);
            }
        }
        assertThat(database.count("select count(*) from batch.batch_job_execution where status = 'COMPLETED'"))
                .isEqualTo(LAUNCHES);
    }
}
