package io.quittance.engine;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * The shards of one partition.
 *
 * @param from first shard
 * @param to shard after the last
 */
public record ShardRange(int from, int to) {

    static final String FROM = "shardFrom";
    static final String TO = "shardTo";

    public ShardRange {
        if (from < 0 || from >= to || to > Shard.COUNT) {
            throw new IllegalArgumentException("shards [" + from + ", " + to + ") are not within [0, 64)");
        }
    }

    /** All shards. */
    public static ShardRange all() {
        return new ShardRange(0, Shard.COUNT);
    }

    /** What the partition was given when it was cut. Missing keys are a bug, never "all shards". */
    static ShardRange of(StepExecution partition) {
        ExecutionContext context = partition.getExecutionContext();
        return new ShardRange(Math.toIntExact(context.getLong(FROM)), Math.toIntExact(context.getLong(TO)));
    }

    ExecutionContext toContext() {
        ExecutionContext context = new ExecutionContext();
        context.putLong(FROM, from);
        context.putLong(TO, to);
        return context;
    }
}
