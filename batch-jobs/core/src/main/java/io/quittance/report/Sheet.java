package io.quittance.report;

/**
 * A sheet: rows above the titles, the titles, the lines, and totals below them after an empty row.
 *
 * @param derived whether its rows are computed from other sheets' rows, so that it must be written after them
 * @param frozenColumns how many columns stay in sight
 */
public record Sheet(
        SheetPlan plan, boolean derived, int frozenColumns, RowSource above, RowSource lines, RowSource totals) {

    /** The name on its tab. */
    public String name() {
        return plan.name();
    }
}
