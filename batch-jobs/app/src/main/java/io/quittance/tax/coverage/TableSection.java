package io.quittance.tax.coverage;

import io.quittance.tax.coverage.Rows.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
        List<Row> own = rows.where(row -> row.holdsOn(on) && row.names(payers, payer.names()))
                .all();
        if (own.isEmpty()) {
            return List.of("- " + nothing);
        }
        var lines = new ArrayList<>(Section.head(
                columns.stream().map(column -> column.replace('_', ' ')).toArray(String[]::new)));
        own.forEach(row -> lines.add(
                Section.line(columns.stream().map(row::text).map(this::shown).toArray())));
        return lines;
    }

    private String shown(String cell) {
        return cell.equals("*") ? "any" : cell;
    }
}
