package io.quittance.testkit.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes another file from a good one. The same random numbers make the same file. */
@FunctionalInterface
public interface Mutation {

    /** No mutated file is longer, so that time and memory can be told apart from mere size. */
    int LONGEST = 1 << 20;

    /** @param other another good file of the same kind, to splice from */
    byte[] of(byte[] good, byte[] other, Random random);

    /** One to four changes: mostly by this mutation, one in four of bytes. */
    default byte[] several(byte[] good, byte[] other, Random random) {
        byte[] changed = good;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Mutation one = random.nextInt(4) == 0 ? Bytes.ANY : this;
            changed = one.of(changed, other, random);
            if (changed.length > LONGEST) {
                changed = Arrays.copyOf(changed, LONGEST);
            }
        }
        return changed;
    }

    /** One of several mutations, each as likely as the others. */
    static Mutation oneOf(Mutation... mutations) {
        List<Mutation> all = List.of(mutations);
        return (good, other, random) -> all.get(random.nextInt(all.size())).of(good, other, random);
    }
}
