package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        /** The first cell, beside it the second, below that the third. */
        STEPS
    }

    private record Section(String name, Form form, Table rows) {}

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
        var rows = new Table(columns);
        sections.add(new Section(name, Form.TABLE, rows));
        return rows;
    }

    /** A section of three columns that are sentences. */
    Table steps(String name, String... columns) {
        var rows = new Table(columns);
        sections.add(new Section(name, Form.STEPS, rows));
        return rows;
    }

    void print(Format format, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(JSON.writeValueAsString(object()));
            case TABLE -> lines().forEach(out::println);
            case CSV -> throw new Refused(ExitCode.USAGE, "a page of sections has no rows: use --format table or json.");
        }
        out.flush();
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("title", title);
        facts.forEach((name, says) -> object.put(name.replace(' ', '_'), says));
        sections.forEach(section -> object.put(section.name.replace(' ', '_'), section.rows.objects()));
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
                lines.addAll(section.form == Form.TABLE ? section.rows.lines("  ") : steps(section.rows));
            }
        }
        return lines;
    }

    private static List<String> steps(Table rows) {
        var lines = new ArrayList<String>();
        for (Map<String, String> row : rows.objects()) {
            List<String> cells = List.copyOf(row.values());
            lines.addAll(Paragraph.of(cells.getFirst() + ": " + cells.get(1), 2).lines());
            lines.addAll(Paragraph.of(cells.get(2), 6).lines());
        }
        return lines;
    }
}
