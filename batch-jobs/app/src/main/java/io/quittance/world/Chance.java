package io.quittance.world;

import java.util.List;

/**
 * A stream of draws that depends on its key alone: whatever is asked about the n-th contractor or document, and in whatever
 * order, the answer is the same. The algorithm (SplitMix64: Steele, Lea and Flood, OOPSLA 2014) stands here, so that no other
 * version of Java can change the bytes of a world.
 */
final class Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int PER_MILLE = 1_000;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The draws of one thing. @param key what it is: a seed, a kind, a running number */
    static Chance of(long... key) {
        long state = 0;
        for (long part : key) {
            state = mixed(state + GOLDEN_GAMMA + part);
        }
        return new Chance(state);
    }

    /** A whole number from 0 up to, and without, a bound. */
    int below(int bound) {
        state += GOLDEN_GAMMA;
        return (int) Long.remainderUnsigned(mixed(state), bound);
    }

    /** A whole number within both bounds. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in so many of a thousand cases. */
    boolean perMille(int cases) {
        return below(PER_MILLE) < cases;
    }

    /** One of several, each as likely as the others. */
    <T> T oneOf(List<T> several) {
        return several.get(below(several.size()));
    }

    /** A text in which each {@code #} has become a digit and each {@code @} a capital letter. */
    String filled(String pattern) {
        var text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            text.append(
                    switch (c) {
                        case '#' -> (char) ('0' + below(10));
                        case '@' -> (char) ('A' + below(26));
                        default -> c;
                    });
        }
        return text.toString();
    }

    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
