package io.quittance.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up a column of a sheet by the words in other columns while the lines pass by: the exact twin of {@code SUMIFS} and
 * {@code COUNTIFS}. Its memory grows with the number of different words, not with the lines.
 */
final class Tally implements Consumer<Row> {

    static final Comparator<List<String>> IN_ORDER = Comparator.comparing((List<String> key) -> key.get(0))
            .thenComparing(key -> key.size() > 1 ? key.get(1) : "");

    private final SheetPlan plan;
    private final @Nullable String column;
    private final List<String> by;
    private final int[] positions;
    private final int summed;
    private final Map<List<String>, BigDecimal> sums = new HashMap<>();

    private Tally(SheetPlan plan, @Nullable String column, List<String> by) {
        this.plan = plan;
        this.column = column;
        this.by = by;
        this.positions = by.stream().mapToInt(plan::index).toArray();
        this.summed = column == null ? -1 : plan.index(column);
    }

    static Tally sum(SheetPlan plan, String column, String... by) {
        return new Tally(plan, column, List.of(by));
    }

    static Tally count(SheetPlan plan, String... by) {
        return new Tally(plan, null, List.of(by));
    }

    @Override
    public void accept(Row row) {
        List<String> key = new ArrayList<>(positions.length);
        for (int position : positions) {
            key.add(row.cells().get(position).words());
        }
        sums.merge(key, summed < 0 ? BigDecimal.ONE : row.cells().get(summed).number(), BigDecimal::add);
    }

    /** The sum or count over the lines that meet every criterion; they are given in the order of the columns. */
    Figure where(Criterion... criteria) {
        if (criteria.length != by.size()) {
            throw new IllegalArgumentException("Criteria for " + by + " expected, got " + criteria.length);
        }
        BigDecimal value = sums.entrySet().stream()
                .filter(sum -> IntStream.range(0, criteria.length)
                        .allMatch(i -> criteria[i].accepts(sum.getKey().get(i))))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Figure.of(text(criteria), value);
    }

    /** The sum or count over every line. */
    BigDecimal all() {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String text(Criterion... criteria) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < criteria.length; i++) {
            String a1 = criteria[i].a1();
            if (a1 != null) {
                arguments.add(plan.range(by.get(i)) + "," + a1);
            }
        }
        String conditions = String.join(",", arguments);
        if (column == null) {
            return "COUNTIFS(" + conditions + ")";
        }
        return arguments.isEmpty()
                ? "SUM(" + plan.range(column) + ")"
                : "SUMIFS(" + plan.range(column) + "," + conditions + ")";
    }

    /** The words met in the first columns, each combination once, sorted. */
    List<List<String>> keys(int columns) {
        return sums.keySet().stream()
                .map(key -> key.subList(0, columns))
                .distinct()
                .sorted(IN_ORDER)
                .toList();
    }
}
