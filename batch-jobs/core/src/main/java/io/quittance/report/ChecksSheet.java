package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Cell.Named;
import io.quittance.report.Cell.Text;
import io.quittance.report.Cell.Value;
import io.quittance.report.Column.Kind;
import io.quittance.report.TieSums.Sides;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Every tie: two sides by formula, the database's figure beside them, and one cell that says whether all agree. */
final class ChecksSheet {

    static final String ALL_OK = "ALL_OK";
    static final SheetPlan PLAN = new SheetPlan(
            "Checks",
            "Every tie: two sums over different sheets and the database's own figure. All three must agree.",
            3,
            List.of(
                    Column.of("Tie", "Tie", Kind.CODE),
                    Column.of("Status", "Status", Kind.STATUS),
                    Column.of("Check", "Check", Kind.TEXT),
                    Column.of("Entity", "Entity", Kind.CODE),
                    Column.of("Currency", "Currency", Kind.CODE),
                    Column.of("Expected", "Expected", Kind.AMOUNT),
                    Column.of("Actual", "Actual", Kind.AMOUNT),
                    Column.of("Difference", "Difference", Kind.AMOUNT),
                    Column.of("Database", "From the database", Kind.AMOUNT),
                    Column.of("DatabaseDifference", "Less database", Kind.AMOUNT),
                    new Column("Compares", "Expected, against actual", Kind.TEXT, 76),
                    new Column("Comment", "Comment", Kind.REMARK, 24),
                    new Column("ClearedBy", "Cleared by", Kind.REMARK, 12)));

    private static final String NOBODY = "(none)";

    private final List<Sides> ties;
    private final WorkbookContent content;
    private @Nullable List<Row> lines;

    ChecksSheet(List<Sides> ties, WorkbookContent content) {
        this.ties = ties;
        this.content = content;
    }

    /** Title row: {@code ALL_OK}, and how many ties it speaks for. */
    void above(Consumer<Row> sink) {
        Formula allOk = Formulas.isAll(agreed(), PLAN.range("Status"), lines().size());
        sink.accept(Row.of(
                Row.Role.HEADING,
                text("All checks agree"),
                new Blank(),
                new Named(ALL_OK, allOk),
                text("A tie that fails is to be explained under Comment, by whoever clears it.")));
    }

    /** How many ties agree. */
    Figure agreed() {
        long agreed = lines().stream()
                .filter(line -> line.cells().get(PLAN.index("Status")).words().equals(Formulas.OK))
                .count();
        return Figure.of("COUNTIF(" + PLAN.range("Status") + ",\"" + Formulas.OK + "\")", BigDecimal.valueOf(agreed));
    }

    /** One line per tie, entity and currency. To be asked for when all other sheets have been read. */
    List<Row> lines() {
        if (lines == null) {
            lines = compute();
        }
        return lines;
    }

    private List<Row> compute() {
        Map<TieKey, BigDecimal> database = database();
        List<Row> rows = new ArrayList<>();
        for (Sides tie : ties) {
            for (TieKey key : keys(tie, database)) {
                rows.add(line(tie, key, database.getOrDefault(key, BigDecimal.ZERO), PLAN.firstRow() + rows.size()));
            }
        }
        return rows;
    }

    private Map<TieKey, BigDecimal> database() {
        Map<TieKey, BigDecimal> figures = new HashMap<>();
        try (Stream<DatabaseFigure> stream = content.figures()) {
            stream.forEach(figure -> figures.merge(TieKey.of(figure), figure.value(), BigDecimal::add));
        }
        return figures;
    }

    /** Where there is something to compare on any side; one empty line for a rule that has nothing to compare. */
    private static List<TieKey> keys(Sides tie, Map<TieKey, BigDecimal> database) {
        Stream<TieKey> ofSheets = tie.keys()
                .filter(words -> words.stream().noneMatch(String::isEmpty))
                .map(words -> TieKey.of(tie.rule(), words))
                .filter(key -> sides(tie, key).isNotZero());
        Stream<TieKey> ofDatabase = database.keySet().stream().filter(key -> key.rule() == tie.rule());
        List<TieKey> keys = Stream.concat(ofSheets, ofDatabase)
                .distinct()
                .sorted(TieKey.IN_ORDER)
                .toList();
        return keys.isEmpty() ? List.of(new TieKey(tie.rule(), NOBODY, null)) : keys;
    }

    private static Both sides(Sides tie, TieKey key) {
        var entity = Criterion.is(key.entity());
        var currency = Criterion.is(key.currencyCode());
        return new Both(tie.expected().figure(entity, currency), tie.actual().figure(entity, currency));
    }

    private Row line(Sides tie, TieKey key, BigDecimal database, int row) {
        var entity = Criterion.at("$" + PLAN.cell("Entity", row), key.entity());
        var currency = Criterion.at("$" + PLAN.cell("Currency", row), key.currencyCode());
        CurrencyUnit unit = key.currency();
        Formula expected = tie.expected().figure(entity, currency).in(unit);
        Formula actual = tie.actual().figure(entity, currency).in(unit);
        Value known = value(unit, database);
        Figure expectedCell = Figure.cell(PLAN.cell("Expected", row), expected);
        Figure difference = expectedCell
                .minus(Figure.cell(PLAN.cell("Actual", row), actual))
                .cleaned(Figure.scale(unit));
        Figure databaseDifference = expectedCell
                .minus(Figure.cell(PLAN.cell("Database", row), known))
                .cleaned(Figure.scale(unit));
        return Row.of(
                new Text(tie.rule().id()),
                Formulas.status(
                        Figure.of(PLAN.cell("Difference", row), difference.value()),
                        Figure.of(PLAN.cell("DatabaseDifference", row), databaseDifference.value())),
                new Text(tie.rule().title()),
                new Text(key.entity()),
                text(key.currencyCode()),
                expected,
                actual,
                difference.in(unit),
                known,
                databaseDifference.in(unit),
                new Text(tie.rule().compares()),
                new Blank(),
                new Blank());
    }

    private static Value value(@Nullable CurrencyUnit currency, BigDecimal figure) {
        return currency == null ? new Count(figure.longValueExact()) : new Amount(Money.of(currency, figure));
    }

    private record Both(Figure expected, Figure actual) {
        boolean isNotZero() {
            return expected.value().signum() != 0 || actual.value().signum() != 0;
        }
    }
}
