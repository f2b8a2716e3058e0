package io.quittance.assessment.job;

import io.quittance.assessment.store.AssessPage;
import io.quittance.assessment.store.AssessWork;
import io.quittance.engine.ShardRange;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the frozen work of some shards page by page; its position is the last task it handed out. */
final class AssessReader implements ItemStreamReader<AssessPage> {

    private static final String POSITION = "task";
    /** One page is one transaction: large enough that metadata costs little, small enough to be repeated after a crash. */
    private static final int TASKS_AT_ONCE = 1_000;

    private final AssessWork work;
    private final String workSet;
    private final ShardRange shards;
    private long after;

    AssessReader(AssessWork work, String workSet, ShardRange shards) {
        this.work = work;
        this.workSet = workSet;
        this.shards = shards;
    }

    @Override
    public void open(ExecutionContext context) {
        after = context.getLong(POSITION, 0);
    }

    @Override
    public @Nullable AssessPage read() {
        AssessPage page = work.page(workSet, shards, after, TASKS_AT_ONCE);
        after = page.last();
        return page.tasks().isEmpty() ? null : page;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(POSITION, after);
    }
}
