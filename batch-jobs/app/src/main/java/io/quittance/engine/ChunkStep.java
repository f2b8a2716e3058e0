package io.quittance.engine;

import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * What a chunk step may say: reader, processor, writer. There is no word here for skip, retry, another transaction
 * manager or threads inside a chunk; each of them has lost or doubled rows (see {@code docs/DECISIONS.md}).
 *
 * @param <I> what is read
 * @param <O> what is written
 */
public final class ChunkStep<I, O> {

    private final ChunkOrientedStepBuilder<I, O> builder;

    ChunkStep(ChunkOrientedStepBuilder<I, O> builder) {
        this.builder = builder;
    }

    /** Reads on one thread. A reader with a position is an {@code ItemStream} and is found by its type. */
    public ChunkStep<I, O> reader(ItemReader<? extends I> reader) {
        builder.reader(reader);
        return this;
    }

    /** Pure; null drops the record. Without it records are written as read. */
    public ChunkStep<I, O> processor(ItemProcessor<? super I, ? extends O> processor) {
        builder.processor(processor);
        return this;
    }

    /** Called once a chunk, inside its transaction. */
    public ChunkStep<I, O> writer(ItemWriter<? super O> writer) {
        builder.writer(writer);
        return this;
    }

    public Step build() {
        return builder.build();
    }
}
