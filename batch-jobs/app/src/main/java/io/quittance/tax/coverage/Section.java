package io.quittance.tax.coverage;

import java.util.List;

/** What the page says of one subject, payer by payer. One class for each table of {@code config/tax}. */
interface Section {

    /** As the head of a paragraph. */
    String title();

    /** Lines of Markdown; none where there is nothing to say. */
    List<String> of(Payer payer);

    /** A line of a Markdown table. */
    static String line(Object... cells) {
        var line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(String.valueOf(cell).replace("|", "\\|")).append(" |");
        }
        return line.toString();
    }

    /** The head of a Markdown table. */
    static List<String> head(String... columns) {
        return List.of(line((Object[]) columns), "|" + "---|".repeat(columns.length));
    }
}
