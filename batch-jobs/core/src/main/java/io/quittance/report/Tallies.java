package io.quittance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All sums that are taken while sheets are written, by the sheet that feeds them. */
final class Tallies {

    private final Map<String, List<Tally>> bySheet = new HashMap<>();

    Tally sum(SheetPlan plan, String column, String... by) {
        return add(plan, Tally.sum(plan, column, by));
    }

    Tally count(SheetPlan plan, String... by) {
        return add(plan, Tally.count(plan, by));
    }

    private Tally add(SheetPlan plan, Tally tally) {
        of(plan).add(tally);
        return tally;
    }

    /** Those that a sheet feeds. Grows until the sheet is read. */
    List<Tally> of(SheetPlan plan) {
        return bySheet.computeIfAbsent(plan.name(), name -> new ArrayList<>());
    }
}
