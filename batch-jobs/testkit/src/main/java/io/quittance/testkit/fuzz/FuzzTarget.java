package io.quittance.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A parser that is attacked.
 *
 * @param name short, fit for the name of a file
 * @param seeds good files
 * @param mutation of their kind
 * @param reader fails with whatever it finds wrong
 */
public record FuzzTarget(String name, List<byte[]> seeds, Mutation mutation, Reader reader) {

    /** Reads an input wholly, and asserts what must hold of whatever it is. */
    @FunctionalInterface
    public interface Reader {

        /** @throws Exception which is a finding */
        Outcome read(byte[] input) throws Exception;
    }

    /**
     * What came of an input.
     *
     * @param text all of it: another reading of the same bytes must give the same
     * @param understood whether anything in it would be acted on
     */
    public record Outcome(String text, boolean understood) {}

    public FuzzTarget {
        seeds = List.copyOf(seeds);
    }

    /** Input number n: the same everywhere. */
    byte[] input(long seed, long number) {
        var random = new Random(seed * 1_000_003 + number * 31 + nameHash());
        random.nextLong();
        byte[] good = seeds.get(random.nextInt(seeds.size()));
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        return mutation.several(good, other, random);
    }

    private long nameHash() {
        long hash = 7;
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            hash = hash * 131 + one;
        }
        return hash;
    }
}
