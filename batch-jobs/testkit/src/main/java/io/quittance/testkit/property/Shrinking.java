package io.quittance.testkit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failing sequence of choices shorter and smaller while it still fails (the idea of Hypothesis: shrink the
 * draws, not the values).
 */
final class Shrinking {

    private static final int LONGEST_CUT = 16;
    private static final int BUDGET = 5_000;

    private final Function<List<Long>, @Nullable List<Long>> failing;
    private List<Long> best;
    private int attempts;

    private Shrinking(List<Long> start, Function<List<Long>, @Nullable List<Long>> failing) {
        this.best = start;
        this.failing = failing;
    }

    /** @param failing gives the choices really used when the law fails on some, null when it holds */
    static List<Long> simplest(List<Long> start, Function<List<Long>, @Nullable List<Long>> failing) {
        var shrinking = new Shrinking(start, failing);
        boolean better = true;
        while (better && shrinking.attempts < BUDGET) {
            better = shrinking.cut();
            better |= shrinking.lower();
        }
        return shrinking.best;
    }

    /** Leaves out runs of choices, long ones first. */
    private boolean cut() {
        boolean better = false;
        for (int length = LONGEST_CUT; length > 0; length /= 2) {
            for (int at = best.size() - length; at >= 0; at = Math.min(at - 1, best.size() - length)) {
                var shorter = new ArrayList<>(best);
                shorter.subList(at, at + length).clear();
                better |= accept(shorter);
            }
        }
        return better;
    }

    /** Makes single choices smaller: zero, else by halving the distance. */
    private boolean lower() {
        boolean better = false;
        for (int at = 0; at < best.size(); at++) {
            long low = 0;
            while (at < best.size() && low < best.get(at)) {
                long middle = low + (best.get(at) - low) / 2;
                if (accept(with(at, middle))) {
                    better = true;
                } else {
                    low = middle + 1;
                }
            }
        }
        return better;
    }

    private List<Long> with(int at, long choice) {
        var changed = new ArrayList<>(best);
        changed.set(at, choice);
        return changed;
    }

    private boolean accept(List<Long> candidate) {
        if (attempts >= BUDGET) {
            return false;
        }
        attempts++;
        List<Long> used = failing.apply(candidate);
        if (used == null || !simpler(used, best)) {
            return false;
        }
        best = used;
        return true;
    }

    /** Shorter, or of the same length and smaller at the first difference. */
    private static boolean simpler(List<Long> one, List<Long> other) {
        if (one.size() != other.size()) {
            return one.size() < other.size();
        }
        for (int i = 0; i < one.size(); i++) {
            int order = Long.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
