package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import io.quittance.text.SpreadsheetText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a result, printed as a table, as JSON Lines or as CSV. */
final class Table {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern FIGURE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Control characters but for line ends and tabs, which a text may have. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row; null is an empty cell. */
    Table row(@Nullable Object... cells) {
        rows.add(texts(cells));
        return this;
    }

    private static List<String> texts(@Nullable Object... cells) {
        var row = new ArrayList<String>(cells.length);
        for (Object cell : cells) {
            row.add(cell == null ? "" : cell.toString());
        }
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(Format format, PrintWriter out) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON, CSV -> {
                begin(format, out);
                rows.forEach(row -> now(format, out, row));
            }
        }
        out.flush();
    }

    int size() {
        return rows.size();
    }

    /** Its rows as objects. */
    List<Map<String, String>> objects() {
        return rows.stream().map(this::object).toList();
    }

    /** The first line of a result whose rows are printed as they come. */
    void begin(Format format, PrintWriter out) {
        if (format == Format.CSV) {
            out.println(CsvLine.of(
                    columns.stream().map(column -> column.replace(' ', '_')).toList()));
        }
    }

    /** Prints a row at once and does not keep it; for CSV and JSON Lines. */
    void now(Format format, PrintWriter out, @Nullable Object... cells) {
        now(format, out, texts(cells));
    }

    private void now(Format format, PrintWriter out, List<String> row) {
        switch (format) {
            case JSON -> out.println(JSON.writeValueAsString(object(row)));
            case CSV -> out.println(CsvLine.of(row.stream().map(Table::inert).toList()));
            case TABLE -> throw new IllegalArgumentException("a table is printed as a whole");
        }
    }

    private Map<String, String> object(List<String> row) {
        var object = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i).replace(' ', '_'), row.get(i));
        }
        return object;
    }

    /** A figure stays a figure; any other text is one that no spreadsheet runs and no terminal obeys. */
    private static String inert(String cell) {
        return FIGURE.matcher(cell).matches()
                ? cell
                : SpreadsheetText.guarded(OBEYED.matcher(cell).replaceAll("?"));
    }

    private void printTable(PrintWriter out) {
        lines("").forEach(out::println);
    }

    /** Its lines as people read them, each behind the same blanks. */
    List<String> lines(String indent) {
        return lines(indent, columns.size());
    }

    /** The same with the last column as a sentence below each row. */
    List<String> linesWithNotes(String indent) {
        int beside = columns.size() - 1;
        List<String> plain = lines(indent, beside);
        var lines = new ArrayList<String>();
        lines.add(plain.getFirst());
        for (int i = 0; i < rows.size(); i++) {
            lines.add(plain.get(i + 1));
            lines.addAll(
                    Paragraph.of(rows.get(i).get(beside), indent.length() + 4).lines());
        }
        return lines;
    }

    private List<String> lines(String indent, int shown) {
        int[] widths = new int[shown];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    columns.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        var lines = new ArrayList<String>();
        lines.add(indent + line(columns.subList(0, shown), widths));
        rows.forEach(row -> lines.add(indent + line(row.subList(0, shown), widths)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = safe(cells.get(i));
            boolean figure = cell.matches("-?[0-9][0-9.,]*");
            String padding = " ".repeat(Math.max(0, widths[i] - cell.length()));
            line.append(i == 0 ? "" : "  ").append(figure ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Somebody's text may hold what a terminal obeys. */
    static String safe(String cell) {
        return cell.replaceAll("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}
