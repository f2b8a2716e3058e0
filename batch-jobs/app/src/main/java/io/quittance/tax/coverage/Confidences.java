package io.quittance.tax.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How sure rows are, taken together: as sure as the least sure of them. */
final class Confidences {

    private static final List<String> WORST_FIRST = List.of("low", "medium", "high");

    private Confidences() {}

    static String worst(Collection<Rows.Row> rows) {
        List<String> found = rows.stream()
                .map(row -> row.text("confidence").toLowerCase(Locale.ROOT))
                .toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse("no row");
    }
}
