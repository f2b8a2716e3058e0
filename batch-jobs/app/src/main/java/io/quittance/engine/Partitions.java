package io.quittance.engine;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Cuts the 64 shards into the number of partitions that the work set was frozen with: same work set, same names, same
 * ranges, on every restart and on any number of threads.
 *
 * <p>Not a {@code PartitionNameProvider}: on a restart Batch gives the partitions that a crash kept from being created an
 * empty context then, without their range. This partitioner is asked again and answers the same.
 */
public final class Partitions implements Partitioner {

    private static final long CANDIDATES_EACH = 2000;

    private final ToIntFunction<String> frozenCount;

    private Partitions(ToIntFunction<String> frozenCount) {
        this.frozenCount = frozenCount;
    }

    /** @param frozenCount the stored number of partitions of a work set, 1 to 64; asked at every start of the step */
    public static Partitions frozen(ToIntFunction<String> frozenCount) {
        return new Partitions(frozenCount);
    }

    /** How many partitions to freeze for so many candidates: one for each 2,000, at least 1, at most 64. */
    public static int countFor(long candidates) {
        return (int) Math.clamp(candidates / CANDIDATES_EACH, 1L, Shard.COUNT);
    }

    /** The grid size is Batch's and ignored: it would depend on the machine. */
    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        StepContext context = StepSynchronizationManager.getContext();
        if (context == null) {
            throw new IllegalStateException("partitions are cut inside a step");
        }
        return cut(frozenCount.applyAsInt(RunParameters.workSet(context.getStepExecution())));
    }

    static Map<String, ExecutionContext> cut(int count) {
        if (count < 1 || count > Shard.COUNT) {
            throw new IllegalArgumentException("1 to 64 partitions, got " + count);
        }
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            ShardRange range = new ShardRange(i * Shard.COUNT / count, (i + 1) * Shard.COUNT / count);
            partitions.put(String.format(Locale.ROOT, "p%02d", i), range.toContext());
        }
        return partitions;
    }
}
