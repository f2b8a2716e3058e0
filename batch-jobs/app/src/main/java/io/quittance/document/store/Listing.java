package io.quittance.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as they are shown: every cell a text, empty where nothing is known.
 *
 * @param columns as scripts read them, with underscores
 */
public record Listing(List<String> columns, List<List<String>> rows) {

    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Its rows, each cell under the name of its column. */
    public List<Map<String, String>> objects() {
        return rows.stream().map(this::object).toList();
    }

    private Map<String, String> object(List<String> row) {
        var object = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return object;
    }

    static Listing of(ResultSet result) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getMetaData().getColumnLabel(i));
        }
        var rows = new ArrayList<List<String>>();
        while (result.next()) {
            var row = new ArrayList<String>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                String cell = result.getString(i);
                row.add(cell == null ? "" : cell);
            }
            rows.add(List.copyOf(row));
        }
        return new Listing(columns, rows);
    }
}
