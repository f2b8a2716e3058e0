package io.quittance.engine;

import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 400 rows copied twice, chunk 50: once by two partitions, once by one step; then one row by a tasklet. */
@Configuration(proxyBeanMethods = false)
class ToyJob {

    static final String ALL = "400 rows, 400 distinct";
    private static final CopyTable TARGET = CopyTable.of("toy.target", "step", "id", "note");

    /** What a test does in the middle: called in the chunk's transaction, before the rows are written. */
    interface Hook {
        void writing(String step, Chunk<? extends Integer> chunk) throws Exception;
    }

    static volatile Hook hook = (step, chunk) -> {};

    @Bean
    Job toy(Steps steps, Jobs jobs, JdbcClient jdbc, CopyWriter copy) {
        Partitions two = Partitions.frozen(workSet -> 2);
        Step parts = steps.partitioned(
                "parts",
                two,
                2,
                (workSet, range) -> steps.<Integer, Integer>chunk("part", 50)
                        .reader(new Rows(jdbc, range))
                        .writer(new Target("parts", copy))
                        .build());
        Step single = steps.forWorkSet(
                "single",
                workSet -> steps.<Integer, Integer>chunk("single", 50)
                        .reader(new Rows(jdbc, ShardRange.all()))
                        .writer(new Target("single", copy))
                        .build());
        Step last = steps.tasklet("last", (contribution, context) -> {
            hook.writing("last", Chunk.of());
            jdbc.sql("insert into toy.target values ('last', 1, 'done')").update();
            return RepeatStatus.FINISHED;
        });
        return jobs.of("toy", parts, single, last);
    }

    /** Reads the ids in order; its position is the number of rows read. */
    private static final class Rows implements ItemStreamReader<Integer> {
        private final JdbcClient jdbc;
        private final ShardRange range;
        private List<Integer> ids = List.of();
        private int position;

        Rows(JdbcClient jdbc, ShardRange range) {
            this.jdbc = jdbc;
            this.range = range;
        }

        @Override
        public void open(ExecutionContext context) {
            position = context.getInt("rows.position", 0);
            ids = jdbc.sql("select id from toy.source where shard >= ? and shard < ? order by id")
                    .params(range.from(), range.to())
                    .query(Integer.class)
                    .list();
        }

        @Override
        public Integer read() {
            return position < ids.size() ? ids.get(position++) : null;
        }

        @Override
        public void update(ExecutionContext context) {
            context.putInt("rows.position", position);
        }
    }

    private record Target(String step, CopyWriter copy) implements ItemWriter<Integer> {
        @Override
        public void write(Chunk<? extends Integer> chunk) throws Exception {
            hook.writing(step, chunk);
            copy.write(
                    TARGET,
                    row -> chunk.forEach(id -> row.text(step).number(id).nul().end()));
            Thread.sleep(Integer.getInteger("toy.pause", 0));
        }
    }
}
