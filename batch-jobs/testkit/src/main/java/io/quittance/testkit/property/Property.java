package io.quittance.testkit.property;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A law that holds for all values of a generator. A failure is shrunk to a simple counterexample and names the seed:
 * {@code -Dproperty.seed=N} tries just that one first, {@code -Dproperty.tries=N} tries more.
 */
public final class Property<T> {

    private static final long FIXED_SEED = 20_261_124;
    private static final int TRIES = 300;

    private final Gen<T> generator;
    private final long seed;
    private final int tries;

    private Property(Gen<T> generator, long seed, int tries) {
        this.generator = generator;
        this.seed = seed;
        this.tries = tries;
    }

    /** What may throw anything; throwing means that the law does not hold. */
    @FunctionalInterface
    public interface Law<T> {
        void check(T value) throws Exception;
    }

    /** A law about these values. */
    public static <T> Property<T> forAll(Gen<T> generator) {
        return new Property<>(
                generator, Long.getLong("property.seed", FIXED_SEED), Integer.getInteger("property.tries", TRIES));
    }

    /** With another seed, whatever the system property says. */
    public Property<T> seed(long first) {
        return new Property<>(generator, first, tries);
    }

    /** With so many values. */
    public Property<T> tries(int number) {
        return new Property<>(generator, seed, number);
    }

    /**
     * Checks the law.
     *
     * @throws AssertionError with the simplest counterexample found, and the seed that leads to it
     */
    public void holds(Law<? super T> law) {
        for (int i = 0; i < tries; i++) {
            Draws draws = Draws.seeded(seed + i);
            if (outcome(draws, law) != null) {
                fail(Shrinking.simplest(draws.record(), choices -> record(choices, law)), seed + i, law);
            }
        }
    }

    /** The choices really used when the law fails on them, else null. */
    private @Nullable List<Long> record(List<Long> choices, Law<? super T> law) {
        Draws draws = Draws.replay(choices);
        Throwable outcome = outcome(draws, law);
        return outcome == null || outcome instanceof Gen.Unsatisfied ? null : draws.record();
    }

    private @Nullable Throwable outcome(Draws draws, Law<? super T> law) {
        try {
            law.check(generator.from(draws));
            return null;
        } catch (Exception | AssertionError failure) {
            return failure;
        }
    }

    private void fail(List<Long> choices, long failingSeed, Law<? super T> law) {
        Throwable cause = outcome(Draws.replay(choices), law);
        throw new AssertionError(
                "Does not hold for " + shown(choices) + System.lineSeparator() + "Again with -Dproperty.seed="
                        + failingSeed + System.lineSeparator() + (cause == null ? "" : cause.getMessage()),
                cause);
    }

    private String shown(List<Long> choices) {
        try {
            return String.valueOf(generator.from(Draws.replay(choices)));
        } catch (RuntimeException failure) {
            return "a value that cannot be made: " + failure;
        }
    }
}
