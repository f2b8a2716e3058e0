package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Named;
import io.quittance.report.Column.Kind;
import io.quittance.report.Row.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One total per currency below the lines of a sheet, as {@code SUMIFS} over its own columns. */
final class Totals implements RowSource {

    private final SheetPlan plan;
    private final Tally lines;
    private final Map<String, Tally> sums = new LinkedHashMap<>();
    private final @Nullable String named;

    private Totals(Tallies tallies, SheetPlan plan, List<String> columns, @Nullable String named) {
        this.plan = plan;
        this.named = named;
        this.lines = tallies.count(plan, "Currency");
        columns.forEach(column -> sums.put(column, tallies.sum(plan, column, "Currency")));
    }

    /** Sums these columns. */
    static Totals of(Tallies tallies, SheetPlan plan, String... columns) {
        return new Totals(tallies, plan, List.of(columns), null);
    }

    /** Sums every column of counts and amounts; the totals of one of them get names: {@code TOT_EUR}. */
    static Totals named(Tallies tallies, SheetPlan plan, String named) {
        List<String> columns = plan.columns().stream()
                .filter(column -> column.kind().isNumeric())
                .map(Column::key)
                .toList();
        return new Totals(tallies, plan, columns, named);
    }

    @Override
    public void each(Consumer<Row> sink) {
        int row = plan.totalsRow(lines.all().intValueExact());
        for (List<String> key : lines.keys(1)) {
            sink.accept(total(key.getFirst(), row++));
        }
    }

    private Row total(String currency, int row) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : plan.columns()) {
            cells.add(cell(column, currency, row));
        }
        cells.set(0, text("All"));
        cells.set(plan.index("Currency"), text(currency));
        return new Row(cells, Role.TOTAL);
    }

    private Cell cell(Column column, String currency, int row) {
        Tally sum = sums.get(column.key());
        if (sum == null) {
            return new Blank();
        }
        Figure figure = sum.where(Criterion.at("$" + plan.cell("Currency", row), currency));
        Cell formula = figure.in(column.kind() == Kind.AMOUNT ? CurrencyUnit.of(currency) : null);
        return column.key().equals(named) ? new Named("TOT_" + currency, formula) : formula;
    }
}
