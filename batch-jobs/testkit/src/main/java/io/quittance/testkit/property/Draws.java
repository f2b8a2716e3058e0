package io.quittance.testkit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where generators take their choices from: at random, and recorded; or from a record, to see what a simpler one makes.
 * A choice of 0 is always the simplest; a record that ends early goes on with zeros.
 */
public final class Draws {

    /** One choice in so many is an edge: the first or the last possible. */
    private static final int EDGE_ONE_IN = 8;

    private final @Nullable SplittableRandom random;
    private final List<Long> replayed;
    private final List<Long> made = new ArrayList<>();

    private Draws(@Nullable SplittableRandom random, List<Long> replayed) {
        this.random = random;
        this.replayed = replayed;
    }

    static Draws seeded(long seed) {
        return new Draws(new SplittableRandom(seed), List.of());
    }

    static Draws replay(List<Long> choices) {
        return new Draws(null, choices);
    }

    /** A choice from 0 to {@code bound - 1}. */
    public long below(long bound) {
        long choice = random == null ? replayed(bound) : atRandom(random, bound);
        made.add(choice);
        return choice;
    }

    /** The choices made so far. */
    List<Long> record() {
        return List.copyOf(made);
    }

    private long replayed(long bound) {
        return made.size() < replayed.size() ? Math.min(replayed.get(made.size()), bound - 1) : 0;
    }

    private static long atRandom(SplittableRandom random, long bound) {
        if (random.nextInt(EDGE_ONE_IN) == 0) {
            return random.nextBoolean() ? 0 : bound - 1;
        }
        return random.nextLong(bound);
    }
}
