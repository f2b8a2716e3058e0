package io.quittance.invoice.annotation;

import io.quittance.finding.Finding;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.profile.Headings;
import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.invoice.profile.StatusColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A refused document with what was found about it, row by row and cell by cell.
 *
 * @param rows as they came
 * @param findings all of them
 */
public record Annotated(List<SheetRow> rows, List<Finding> findings) {

    public Annotated {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** The columns that are written again: all but those of an earlier annotation. */
    static List<Integer> columns(Sheet sheet) {
        List<String> headings = sheet.headings();
        return IntStream.range(0, headings.size())
                .filter(column -> !StatusColumns.isOne(headings.get(column)))
                .boxed()
                .toList();
    }

    /** The findings about a row; those about no row of the document stand with the first. */
    List<Finding> of(SheetRow row) {
        boolean first = row.equals(rows.getFirst());
        return findings.stream()
                .filter(finding -> isAt(finding, row) || (first && rows.stream().noneMatch(one -> isAt(finding, one))))
                .toList();
    }

    private static boolean isAt(Finding finding, SheetRow row) {
        Place place = finding.place();
        return place != null && place.line() == row.line();
    }

    /** The findings about cells of a row, by column; those about no cell are not among them. */
    static Map<Integer, List<Finding>> byColumn(Sheet sheet, SheetRow row, List<Finding> findings) {
        Map<Integer, List<Finding>> byColumn = new LinkedHashMap<>();
        for (Finding finding : findings) {
            int column = column(sheet, row, finding);
            if (column >= 0) {
                byColumn.computeIfAbsent(column, key -> new ArrayList<>()).add(finding);
            }
        }
        return byColumn;
    }

    /** The column that a finding names by its heading, alone or behind the cell; -1 when it names none. */
    private static int column(Sheet sheet, SheetRow row, Finding finding) {
        String field = finding.place() == null ? null : finding.place().field();
        for (int column = 0; field != null && column < sheet.headings().size(); column++) {
            if (field.equals(sheet.field(row.line(), column))
                    || Headings.fold(field)
                            .equals(Headings.fold(sheet.headings().get(column)))) {
                return column;
            }
        }
        return -1;
    }

    /**
     * The cells of the status columns: what to filter by, the codes, what is wrong, what to do.
     *
     * @param copied names the cells of the copy
     */
    List<String> status(SheetRow row, Copied copied) {
        List<Finding> here = of(row);
        if (here.isEmpty()) {
            return List.of("same document as above", "", "", "");
        }
        boolean refuses = here.stream().anyMatch(finding -> finding.severity() != Severity.WARN);
        return List.of(
                refuses ? "correct this row" : "look at this row",
                here.stream().map(finding -> finding.code().id()).distinct().collect(Collectors.joining(" ")),
                here.stream().map(copied::of).map(Annotated::wrong).distinct().collect(Collectors.joining("; ")),
                here.stream().map(Finding::hint).distinct().collect(Collectors.joining(" ")));
    }

    private static String wrong(Finding finding) {
        String field = finding.place() == null || finding.place().field() == null
                ? ""
                : finding.place().field() + ": ";
        return field + finding.message();
    }

    /** What a comment beside a cell says. */
    static String comment(List<Finding> findings) {
        return findings.stream().map(Annotated::comment).collect(Collectors.joining("\n\n"));
    }

    private static String comment(Finding finding) {
        return finding.code().id() + ": " + finding.message()
                + (finding.read() == null ? "" : "\nRead: " + finding.read())
                + (finding.expected() == null ? "" : "\nExpected: " + finding.expected())
                + "\nWhat to do: " + finding.hint();
    }
}
