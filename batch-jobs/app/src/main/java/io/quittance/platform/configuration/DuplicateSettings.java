package io.quittance.platform.configuration;

import io.quittance.assessment.Resemblance;
import io.quittance.assessment.Suspicion;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The section {@code duplicates} of {@code rules.yaml}: from how many points on a document is suspected, and what they are for. */
final class DuplicateSettings {

    private static final int MOST_POINTS = 1_000;
    private static final int MOST_DAYS = 400;

    private DuplicateSettings() {}

    /** What a credit note has to name. */
    private enum Named {
        /** The invoice that it corrects (BT-25). */
        INVOICE,
        /** That, or a contract (BT-12). */
        CONTRACT
    }

    static Suspicion read(YamlSection duplicates) {
        var suspicion = new Suspicion(
                duplicates.integer("threshold", 1, MOST_POINTS),
                duplicates.integer("days", 1, MOST_DAYS),
                duplicates.has("points") ? points(duplicates.section("points")) : Map.of(),
                duplicates.choice("creditNoteNames", Named.class) == Named.CONTRACT);
        duplicates.done();
        return suspicion;
    }

    private static Map<Resemblance, Integer> points(YamlSection section) {
        var points = new EnumMap<Resemblance, Integer>(Resemblance.class);
        for (Resemblance one : Resemblance.values()) {
            if (section.has(key(one))) {
                points.put(one, section.integer(key(one), 0, MOST_POINTS));
            }
        }
        section.done();
        return points;
    }

    /** {@code SAME_AMOUNT} is {@code sameAmount}. */
    private static String key(Resemblance one) {
        String[] words = one.name().toLowerCase(Locale.ROOT).split("_");
        return words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
}
