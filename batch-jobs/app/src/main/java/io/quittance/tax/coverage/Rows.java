package io.quittance.tax.coverage;

import io.quittance.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table of {@code config} as it is written, cell by cell: a page about tables shows what stands there, whatever the program makes
 * of it. An absent table has no rows.
 */
record Rows(List<Row> all) {

    /** One row. */
    record Row(Map<String, String> cells) {

        /** The cell, blank where the table has no such column. */
        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        boolean holdsOn(LocalDate day) {
            return from().map(from -> !day.isBefore(from)).orElse(true)
                    && to().map(to -> !day.isAfter(to)).orElse(true);
        }

        Optional<LocalDate> from() {
            return date("valid_from");
        }

        Optional<LocalDate> to() {
            return date("valid_to");
        }

        private Optional<LocalDate> date(String column) {
            return text(column).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(column)));
        }

        /** Whether the words of a cell name one of these, or all. */
        boolean names(String column, List<String> wanted) {
            List<String> words = Arrays.asList(text(column).split("\\s+"));
            return words.contains("*") || words.stream().anyMatch(wanted::contains);
        }
    }

    static Rows read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Rows(List.of());
        }
        List<String> columns;
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            columns =
                    lines.findFirst().map(header -> List.of(header.split(","))).orElse(List.of());
        }
        return new Rows(Table.read(file, columns).rows().stream()
                .map(row -> row(row, columns))
                .toList());
    }

    private static Row row(io.quittance.table.Row read, List<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        for (String column : columns) {
            String cell = read.optional(column);
            cells.put(column, cell == null ? "" : cell);
        }
        return new Row(cells);
    }

    Rows where(Predicate<Row> wanted) {
        return new Rows(all.stream().filter(wanted).toList());
    }

    Optional<Row> withId(String id) {
        return all.stream().filter(row -> row.text("id").equals(id)).findFirst();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
