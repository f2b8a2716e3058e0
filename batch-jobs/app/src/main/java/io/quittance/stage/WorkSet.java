package io.quittance.stage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one stage froze before it began. A job knows nothing but its id; killed and started again, it finds the same.
 *
 * @param id {@code <stage>-<yyyymmdd>-<nn>}, with the scope in it where there is one
 * @param scope the entity or run it is for, empty for all
 * @param configDigest SHA-256 of the configuration it works with, see {@link FrozenConfiguration}
 * @param ratesMark rates recorded up to this mark are visible to it
 * @param partitions into how many parts its work is cut, whatever the number of threads
 * @param content what else the stage froze, in its own form
 */
public record WorkSet(
        String id,
        String stage,
        String scope,
        LocalDate businessDate,
        int sequence,
        String configDigest,
        long ratesMark,
        int partitions,
        @Nullable String content,
        boolean done) {}
