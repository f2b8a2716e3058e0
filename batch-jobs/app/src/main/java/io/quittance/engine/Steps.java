package io.quittance.engine;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes every step of every job: with the database's transactions (Batch's default would commit each row by itself), the
 * fence at the start of each of them, the stop signal between them, and the inherited position stored first.
 */
public final class Steps {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StopSignal stop;

    Steps(JobRepository repository, PlatformTransactionManager transactions, Fence fence, StopSignal stop) {
        this.repository = repository;
        this.transactions = new FencedTransactions(transactions, fence);
        this.stop = stop;
    }

    /**
     * A step that reads, processes and writes {@code size} records a transaction.
     *
     * @param size rows a chunk; each costs one commit and the metadata of one, so thousands rather than tens
     */
    public <I, O> ChunkStep<I, O> chunk(String name, int size) {
        return new ChunkStep<>(new StepBuilder(name, repository)
                .listener(new InheritedPosition(repository))
                .<I, O>chunk(size)
                .transactionManager(transactions)
                .interruptionPolicy(stop));
    }

    /** A step of one transaction (or, while the tasklet says CONTINUABLE, of several). */
    public Step tasklet(String name, Tasklet tasklet) {
        TaskletStep step = new StepBuilder(name, repository)
                .listener(new InheritedPosition(repository))
                .tasklet(tasklet, transactions)
                .build();
        step.setInterruptionPolicy(stop);
        return step;
    }

    /** A step that is built for its work set when it runs. */
    public Step forWorkSet(String name, Function<String, Step> plan) {
        return new DeferredStep(name, execution -> plan.apply(RunParameters.workSet(execution)));
    }

    /**
     * A step cut into partitions, each with transactions and a position of its own, on threads of this process.
     *
     * @param threads partitions running at once; each needs a connection of the pool
     * @param plan builds the step of one partition from work set and shards
     */
    public Step partitioned(String name, Partitions cut, int threads, BiFunction<String, ShardRange, Step> plan) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setConcurrencyLimit(threads);
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setTaskExecutor(executor);
        handler.setStep(new DeferredStep(
                name, execution -> plan.apply(RunParameters.workSet(execution), ShardRange.of(execution))));
        return new StepBuilder(name, repository)
                .listener(new InheritedPosition(repository))
                .partitioner(name, cut)
                .partitionHandler(handler)
                .build();
    }
}
