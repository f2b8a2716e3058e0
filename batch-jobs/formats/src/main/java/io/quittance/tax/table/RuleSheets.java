package io.quittance.tax.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.table.CsvLines;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of {@code config/tax} cell by cell, as they are written: what is kept of them so that a calculation can still be
 * explained when the folder has long changed. What the cells mean, other readers know.
 */
public final class RuleSheets {

    private static final String EXTENSION = ".csv";
    private static final String ID = "id";
    private static final String RECORDED_AT = "recorded_at";

    private RuleSheets() {}

    /**
     * A row.
     *
     * @param sheet the name of its table without the extension, e.g. {@code rates}
     * @param id what its table calls it
     * @param recordedAt its cell {@code recorded_at}, empty where there is none; with the id unique within the table
     * @param cells column to cell, blank ones too, in the order of the columns
     * @param place file and line
     */
    public record Written(String sheet, String id, String recordedAt, Map<String, String> cells, Place place) {}

    /**
     * Every row of every table whose rows have an id, by table and then from top to bottom.
     *
     * @throws TableError when a table is no CSV, or a row has no id, or id and day of recording of another
     */
    public static List<Written> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        }
        var rows = new ArrayList<Written>();
        for (Path file : files) {
            rows.addAll(sheet(file));
        }
        return rows;
    }

    private static List<Written> sheet(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        List<CsvRecord> records;
        try (InputStream in = Files.newInputStream(file)) {
            records = CsvLines.read(in, name);
        }
        if (records.isEmpty() || !records.getFirst().getFields().contains(ID)) {
            return List.of();
        }
        var rows = new LinkedHashMap<String, Written>();
        for (CsvRecord record : records.subList(1, records.size())) {
            Written row = row(name, records.getFirst(), record);
            if (row.id().isBlank() || rows.put(row.id() + '\n' + row.recordedAt(), row) != null) {
                throw new TableError(row.place().at(ID), "\"%s\" is no id of its own".formatted(row.id()));
            }
        }
        return List.copyOf(rows.values());
    }

    private static Written row(String file, CsvRecord header, CsvRecord record) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            cells.put(header.getField(i), i < record.getFieldCount() ? record.getField(i) : "");
        }
        return new Written(
                file.substring(0, file.length() - EXTENSION.length()),
                cells.getOrDefault(ID, ""),
                cells.getOrDefault(RECORDED_AT, ""),
                cells,
                Place.of(file, record.getStartingLineNumber()));
    }
}
