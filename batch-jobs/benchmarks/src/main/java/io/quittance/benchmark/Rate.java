package io.quittance.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How often something happened a second, measured in rounds; the median counts. */
final class Rate {

    private static final double NANOS = 1e9;

    private final String name;
    private final List<Double> perSecond = new ArrayList<>();

    Rate(String name) {
        this.name = name;
    }

    /** Something that can be done many times. */
    interface Work {
        /** Does it once; how many things that was. */
        long once() throws Exception;
    }

    /** Does it over and over for so many seconds, at least once, and keeps the rate. */
    void measure(double seconds, Work work) throws Exception {
        long start = System.nanoTime();
        long things = 0;
        long elapsed;
        do {
            things += work.once();
            elapsed = System.nanoTime() - start;
        } while (elapsed < seconds * NANOS);
        perSecond.add(things / (elapsed / NANOS));
    }

    double median() {
        List<Double> sorted = perSecond.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** {@code UBL, Quittance: 1,234 a second (1,200 to 1,300)}. */
    String told(String what) {
        List<Double> sorted = perSecond.stream().sorted().toList();
        return "%-34s %,10.0f %s a second (%,.0f to %,.0f)"
                .formatted(name, median(), what, sorted.getFirst(), sorted.getLast());
    }
}
