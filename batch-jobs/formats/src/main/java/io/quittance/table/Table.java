package io.quittance.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with a fixed set of columns, in any order. All of them must be there but those named as optional, no other may be.
 *
 * @param file its name, as messages show it
 */
public record Table(String file, List<Row> rows) {

    /** The table in a file; messages name it by folder and name, never by its absolute path. */
    public static Table read(Path path, List<String> columns) throws IOException {
        return read(path, columns, List.of());
    }

    /**
     * The same where some columns may be absent, which is as if each of their cells were blank.
     *
     * @param optional columns that came later: a folder that was frozen before them is still read
     */
    public static Table read(Path path, List<String> columns, List<String> optional) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        String name = folder == null || folder.getFileName() == null
                ? path.toString()
                : folder.getFileName() + "/" + path.getFileName();
        if (!Files.isRegularFile(path)) {
            throw new TableError(Place.of(name), "there is no such file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(in, name, new Columns(columns, optional), Table::refuse);
        }
    }

    /** The table in a stream. @throws TableError naming the first thing that is not as it must be */
    public static Table read(InputStream in, String file, List<String> columns) throws IOException {
        return read(in, file, new Columns(columns, List.of()), Table::refuse);
    }

    /**
     * The same, of whose rows some may have too few or too many cells.
     *
     * @param faults is told of those; they are left out
     * @throws TableError when the file or its header is not as it must be
     */
    public static Table read(InputStream in, String file, List<String> columns, Consumer<TableError> faults)
            throws IOException {
        return read(in, file, new Columns(columns, List.of()), faults);
    }

    /** The same where some columns may be absent, which is as if each of their cells were blank. */
    public static Table read(
            InputStream in, String file, List<String> columns, List<String> optional, Consumer<TableError> faults)
            throws IOException {
        return read(in, file, new Columns(columns, optional), faults);
    }

    /**
     * An error about rows that cannot stand together.
     *
     * @param reason what is wrong with them
     * @param ids of the rows, by their column {@code id}
     * @return at the last of them, with the lines of all
     */
    public TableError between(String reason, Collection<String> ids) {
        List<Place> places = rows.stream()
                .filter(row -> ids.contains(row.text("id")))
                .map(Row::place)
                .toList();
        String lines = places.stream().map(place -> Long.toString(place.line())).collect(Collectors.joining(" and "));
        return places.isEmpty()
                ? new TableError(Place.of(file), reason)
                : new TableError(places.getLast().at("id"), "%s: lines %s".formatted(reason, lines));
    }

    /** Whether some row has one of these ids. */
    public boolean hasAny(Collection<String> ids) {
        return rows.stream().anyMatch(row -> ids.contains(row.optional("id")));
    }

    /** The same table. @throws TableError when two rows have the same cells in these columns, with both lines */
    public Table distinct(String... columns) {
        var seen = new HashMap<List<String>, Row>();
        for (Row row : rows) {
            List<String> cells = Arrays.stream(columns).map(row::text).toList();
            Row before = seen.putIfAbsent(cells, row);
            if (before != null) {
                throw row.wrong(
                        columns[0],
                        "Two rows have the %s %s: lines %d and %d"
                                .formatted(
                                        String.join(" and ", columns),
                                        String.join(" and ", cells),
                                        before.place().line(),
                                        row.place().line()));
            }
        }
        return this;
    }

    private static void refuse(TableError fault) {
        throw fault;
    }

    /** The columns that must be there, and those that may. */
    private record Columns(List<String> needed, List<String> optional) {

        List<String> known() {
            return Stream.concat(needed.stream(), optional.stream()).toList();
        }
    }

    private static Table read(InputStream in, String file, Columns columns, Consumer<TableError> faults)
            throws IOException {
        List<CsvRecord> records = CsvLines.read(in, file);
        if (records.isEmpty()) {
            throw new TableError(Place.of(file, 1), "no header; expected " + String.join(",", columns.needed()));
        }
        CsvRecord header = records.getFirst();
        Map<String, Integer> positions = positions(header, file, columns);
        return new Table(
                file,
                records.stream()
                        .skip(1)
                        .filter(record -> isWhole(record, header, file, faults))
                        .map(record -> new Row(record, place(record, file), positions))
                        .toList());
    }

    private static Map<String, Integer> positions(CsvRecord header, String file, Columns columns) {
        Place place = Place.of(file, header.getStartingLineNumber());
        List<String> known = columns.known();
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String column = header.getField(i);
            if (!known.contains(column)) {
                throw new TableError(place.at(column), "unknown column; known are " + String.join(",", known));
            }
            if (positions.put(column, i) != null) {
                throw new TableError(place.at(column), "the column is there twice");
            }
        }
        for (String column : columns.needed()) {
            if (!positions.containsKey(column)) {
                throw new TableError(place.at(column), "the column is missing");
            }
        }
        columns.optional().forEach(column -> positions.putIfAbsent(column, Row.ABSENT));
        return Map.copyOf(positions);
    }

    private static Place place(CsvRecord record, String file) {
        return Place.of(file, record.getStartingLineNumber());
    }

    private static boolean isWhole(CsvRecord record, CsvRecord header, String file, Consumer<TableError> faults) {
        if (record.getFieldCount() == header.getFieldCount()) {
            return true;
        }
        faults.accept(new TableError(
                place(record, file), record.getFieldCount() + " fields, but the header has " + header.getFieldCount()));
        return false;
    }
}
