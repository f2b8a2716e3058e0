package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of facts and, below them, of sections with rows: for people aligned and no wider than a screen, for scripts one JSON
 * object with the facts as texts and each section as a list.
 */
final class Sections {

    static final int WIDTH = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LABEL = 20;

    /** How a section is drawn. */
    private enum Form {
        /** Columns side by side. */
        TABLE,
        /** Columns side by side but for the last one, which stands below its row. */
        NOTED,
        /** The first cell, beside it the second, below that the third. */
        STEPS,
        /** Sentences. */
        LIST
    }

    private record Section(String name, Form form, Table rows) {

        Object object() {
            return form == Form.LIST
                    ? rows.objects().stream()
                            .flatMap(row -> row.values().stream())
                            .toList()
                    : rows.objects();
        }

        List<String> lines() {
            return switch (form) {
                case TABLE -> rows.lines("  ");
                case NOTED -> rows.linesWithNotes("  ");
                case STEPS -> each(Sections::step);
                case LIST -> each(row -> Paragraph.of(row.getFirst(), 2).lines());
            };
        }

        private List<String> each(Function<List<String>, List<String>> drawn) {
            return rows.objects().stream()
                    .map(row -> List.copyOf(row.values()))
                    .flatMap(cells -> drawn.apply(cells).stream())
                    .toList();
        }
    }

    private final String title;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();

    Sections(String title) {
        this.title = title;
    }

    /** A fact; null or blank is left out. */
    Sections fact(String name, @Nullable String says) {
        if (says != null && !says.isBlank()) {
            facts.put(name, says);
        }
        return this;
    }

    /** A section of columns; printed for people only when it has rows. */
    Table table(String name, String... columns) {
        return section(name, Form.TABLE, columns);
    }

    /** A section of columns, of which the last is a sentence. */
    Table noted(String name, String... columns) {
        return section(name, Form.NOTED, columns);
    }

    /** A section of three columns that are sentences. */
    Table steps(String name, String... columns) {
        return section(name, Form.STEPS, columns);
    }

    /** A section of sentences; for scripts a list of texts. */
    Table list(String name) {
        return section(name, Form.LIST, name);
    }

    private Table section(String name, Form form, String... columns) {
        var rows = new Table(columns);
        sections.add(new Section(name, form, rows));
        return rows;
    }

    void print(Format format, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(JSON.writeValueAsString(object()));
            case TABLE -> lines().forEach(out::println);
            case CSV ->
                throw new Refused(ExitCode.USAGE, "a page of sections has no rows: use --format table or json.");
        }
        out.flush();
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("title", title);
        facts.forEach((name, says) -> object.put(name.replace(' ', '_'), says));
        sections.forEach(section -> object.put(section.name.replace(' ', '_'), section.object()));
        return object;
    }

    private List<String> lines() {
        var lines = new ArrayList<>(Paragraph.of(title, 0).lines());
        lines.add("");
        facts.forEach((name, says) -> lines.addAll(Paragraph.labelled(name, says, LABEL)));
        for (Section section : sections) {
            if (!section.rows.isEmpty()) {
                lines.add("");
                lines.add(section.name);
                lines.addAll(section.lines());
            }
        }
        return lines;
    }

    private static List<String> step(List<String> cells) {
        var lines = new ArrayList<>(
                Paragraph.of(cells.getFirst() + ": " + cells.get(1), 2).lines());
        lines.addAll(Paragraph.of(cells.get(2), 6).lines());
        return lines;
    }
}
