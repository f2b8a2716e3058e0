package io.quittance.stage;

import io.quittance.engine.Gate;
import io.quittance.stage.StageOutcome.Figure;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;

/**
 * One stage of the pipeline: freezes what there is to do, and has a job that does it. Running it twice does the work once:
 * the second time there is nothing to freeze.
 */
public interface Stage {

    /** Its verb on the command line and its name in work sets. */
    String name();

    /** What only one process at a time may do. */
    Gate gate();

    /** The entity or run it is for, empty for all. */
    default String scope() {
        return "";
    }

    /**
     * Fetches what the work is made of, under the stage's gate and before anything is frozen, in transactions of its own.
     *
     * @return what was left where it lies, as lines of the outcome
     */
    default List<Figure> collect() {
        return List.of();
    }

    /** Freezes new work, in one transaction; empty when there is none: then nothing is written. */
    Optional<WorkSet> freeze();

    /** What a start would find to do now; looks and writes nothing. Empty when there is nothing, or nothing that can be told before. */
    default List<Figure> waiting() {
        return List.of();
    }

    /** The job that does the work. */
    Job job();

    /** What was done, read from the domain's own tables. */
    StageOutcome outcome(WorkSet workSet);
}
