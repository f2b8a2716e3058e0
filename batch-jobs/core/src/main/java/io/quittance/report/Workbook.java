package io.quittance.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A workbook without a file format. Its sheets may be read once, in {@link #writingOrder()}: sums are taken while the
 * lines pass by, so the sheets that show them come last.
 */
public record Workbook(Heading heading, List<Sheet> sheets) {

    /**
     * What stands in the file's properties and on every printed page.
     *
     * @param scope the run or the period
     * @param businessDate the file's time of creation: the wall clock stays out of it
     * @param digest what the numbers hang on: the head of the ledger's chain
     */
    public record Heading(String title, String company, String scope, LocalDate businessDate, String digest) {}

    public Workbook {
        sheets = List.copyOf(sheets);
    }

    /** Sheets of lines in their order, then the derived ones from last to first: each may lean on those after it. */
    public List<Sheet> writingOrder() {
        List<Sheet> order = new ArrayList<>(
                sheets.stream().filter(sheet -> !sheet.derived()).toList());
        order.addAll(sheets.reversed().stream().filter(Sheet::derived).toList());
        return order;
    }
}
