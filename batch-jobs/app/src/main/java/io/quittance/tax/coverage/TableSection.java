package io.quittance.tax.coverage;

import io.quittance.tax.coverage.Rows.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of a table that speak to a payer on the day, column by column as they are written.
 *
 * @param payers the column that names territories, separated by blanks, or {@code *} for all
 * @param columns what is shown
 * @param nothing what is said where no row speaks
 */
record TableSection(String title, Rows rows, LocalDate on, String payers, List<String> columns, String nothing)
        implements Section {

    @Override
    public List<String> of(Payer payer) {
        List<Row> own = rows.where(row -> row.holdsOn(on) && !isForAll(row) && row.names(payers, payer.names()))
                .all();
        String all = general().stream().map(row -> row.text("id")).collect(Collectors.joining(", "));
        var lines = new ArrayList<String>();
        if (!own.isEmpty()) {
            lines.addAll(table(own));
        } else if (all.isEmpty()) {
            lines.add("- " + nothing);
        }
        if (!all.isEmpty()) {
            lines.addAll(own.isEmpty() ? List.of() : List.of(""));
            lines.add("- " + (own.isEmpty() ? "only" : "before") + " the rows for all: " + all);
        }
        return lines;
    }

    /** The rows that speak to every payer. */
    List<String> ofAll() {
        return general().isEmpty() ? List.of() : table(general());
    }

    private List<String> table(List<Row> shown) {
        var lines = new ArrayList<>(Section.head(
                columns.stream().map(column -> column.replace('_', ' ')).toArray(String[]::new)));
        shown.forEach(row -> lines.add(
                Section.line(columns.stream().map(row::text).map(this::shown).toArray())));
        return lines;
    }

    private List<Row> general() {
        return rows.where(row -> row.holdsOn(on) && isForAll(row)).all();
    }

    private boolean isForAll(Row row) {
        return row.text(payers).equals("*");
    }

    private String shown(String cell) {
        return cell.equals("*") ? "any" : cell;
    }
}
