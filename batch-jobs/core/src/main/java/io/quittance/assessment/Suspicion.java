package io.quittance.assessment;

import java.util.EnumMap;
import java.util.Map;

/**
 * When a document looks so much like an earlier one that a person has to compare them.
 *
 * @param threshold points from which on it does
 * @param days how far apart the dates of issue of two documents may be that are compared at all
 * @param points of each resemblance; 0 takes it out
 * @param creditUnderContract whether a credit note may name a contract (BT-12) in place of the invoice that it corrects
 */
public record Suspicion(int threshold, int days, Map<Resemblance, Integer> points, boolean creditUnderContract) {

    /** From 60 points on, within 60 days; a contract is enough for a credit note (einvoice.md 4, level 5). */
    public static final Suspicion DEFAULT = new Suspicion(60, 60, Map.of(), true);

    public Suspicion {
        var complete = new EnumMap<Resemblance, Integer>(Resemblance.class);
        for (Resemblance one : Resemblance.values()) {
            complete.put(one, points.getOrDefault(one, one.points()));
        }
        points = Map.copyOf(complete);
    }

    int points(Resemblance one) {
        return points.getOrDefault(one, 0);
    }
}
