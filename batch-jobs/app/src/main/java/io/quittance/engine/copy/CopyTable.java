package io.quittance.engine.copy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a COPY goes.
 *
 * @param table name with schema
 * @param columns in the order in which values are written
 */
public record CopyTable(String table, List<String> columns) {

    /** Names are ours and constant; this keeps anything else from ever becoming SQL. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

    public CopyTable {
        columns = List.copyOf(columns);
        if (columns.isEmpty()
                || !NAME.matcher(table).matches()
                || !columns.stream().allMatch(CopyTable::isName)) {
            throw new IllegalArgumentException("not a table with columns: " + table + columns);
        }
    }

    /** {@code CopyTable.of("ledger.posting", "journal", "position")}. */
    public static CopyTable of(String table, String... columns) {
        return new CopyTable(table, List.of(columns));
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && name.indexOf('.') < 0;
    }

    String statement() {
        return "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    }
}
