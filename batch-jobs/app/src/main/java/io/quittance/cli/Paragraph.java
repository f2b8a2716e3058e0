package io.quittance.cli;

import java.util.ArrayList;
import java.util.List;

/** A sentence on lines that a screen is wide enough for. Nobody's text can obey a terminal. */
record Paragraph(List<String> lines) {

    /** The text with so many blanks before each line. */
    static Paragraph of(String text, int indent) {
        return new Paragraph(wrapped(Table.safe(text), indent));
    }

    /** A name, and beside it the text. */
    static List<String> labelled(String name, String text, int column) {
        List<String> lines = wrapped(Table.safe(text), column);
        lines.set(0, ("%-" + column + "s").formatted(name) + lines.getFirst().substring(column));
        return lines;
    }

    private static List<String> wrapped(String text, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(" ".repeat(indent));
        for (String word : text.strip().split(" +", 0)) {
            if (line.length() > indent && line.length() + 1 + word.length() > Sections.WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
            }
            line.append(line.length() > indent ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
