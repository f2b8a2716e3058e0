package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import io.quittance.document.store.Listing;
import io.quittance.document.store.Standing;
import io.quittance.finding.Advice;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A document on the screen. Parts of which nothing is known are left out there, and empty for scripts. */
record DocumentView(Standing document, ArchivedOriginal original, Map<String, Listing> parts, NextActs next) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADER = "header";

    void print(Format format, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(JSON.writeValueAsString(object()));
            case CSV -> fields().print(format, out);
            case TABLE -> text(out);
        }
    }

    private void text(PrintWriter out) {
        out.println(Table.safe("invoice:" + document.reference() + "  " + kind() + "  state " + document.state()));
        out.println(Table.safe("id " + document.id() + ", from " + document.file() + " position " + document.position()
                + " line " + document.line() + ", " + original.syntax() + ", taken in on " + document.takenIn() + " by "
                + document.intake()));
        out.println("original " + original.archive());
        original.quarantine().forEach(file -> out.println(Table.safe("to correct " + file)));
        out.println();
        header().forEach((field, stated) -> {
            if (!stated.isEmpty()) {
                out.println(Table.safe("%-20s%s".formatted(field.replace('_', ' '), stated)));
            }
        });
        parts.forEach((name, part) -> {
            if (!name.equals(HEADER) && !part.isEmpty()) {
                out.println();
                out.println(name.replace('_', ' ') + ":");
                table(part).print(Format.TABLE, out);
            }
        });
        if (!next.acts().isEmpty()) {
            out.println();
            var table = new Table("next", "role", "who may");
            next.acts().forEach(act -> table.row(act.command(), act.role(), act.who()));
            table.print(Format.TABLE, out);
        }
    }

    private String kind() {
        return document.kind() == null ? "not read" : document.kind();
    }

    /** The header, a line for each field that is stated. */
    private Table fields() {
        var table = new Table("field", "stated");
        header().forEach((field, stated) -> {
            if (!stated.isEmpty()) {
                table.row(field.replace('_', ' '), stated);
            }
        });
        return table;
    }

    private Map<String, String> header() {
        Listing header = parts.get(HEADER);
        return header == null || header.isEmpty() ? Map.of() : header.objects().getFirst();
    }

    private Table table(Listing part) {
        var table = new Table(
                part.columns().stream().map(column -> column.replace('_', ' ')).toArray(String[]::new));
        part.rows().forEach(row -> table.row(row.stream().map(this::fitted).toArray()));
        return table;
    }

    /** What a hint says to do, said of this document. */
    private String fitted(String cell) {
        boolean out = document.state().equals("REJECTED") || document.state().equals("WITHDRAWN");
        return out ? Advice.correcting(cell) : Advice.about(cell, document.reference());
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("invoice", document.reference());
        object.put("id", document.id().toString());
        object.put("kind", kind());
        object.put("state", document.state());
        object.put("file", document.file());
        object.put("position", document.position());
        object.put("line", document.line());
        object.put("sha256", document.sha256());
        object.put("syntax", original.syntax());
        object.put("archive", original.archive());
        object.put("to_correct", original.quarantine());
        parts.forEach((name, part) -> object.put(name, name.equals(HEADER) ? header() : part.objects()));
        object.put(
                "next",
                List.copyOf(next.acts().stream().map(DocumentView::object).toList()));
        return object;
    }

    private static Map<String, String> object(NextActs.Act act) {
        var object = new LinkedHashMap<String, String>();
        object.put("command", act.command());
        object.put("role", act.role());
        object.put("who", act.who());
        return object;
    }
}
