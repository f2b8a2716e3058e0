package io.quittance.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
