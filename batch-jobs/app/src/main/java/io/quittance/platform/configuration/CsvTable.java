package io.quittance.platform.configuration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of {@code config/}: UTF-8, comma, a header with exactly the columns asked for in any order. An unknown or missing
 * column and a row of another length are errors; few tables have columns that may be left out.
 *
 * @param rows in the order of the file
 */
public record CsvTable(Path file, List<CsvRow> rows) {

    public CsvTable {
        rows = List.copyOf(rows);
    }

    /** Reads the whole file. */
    public static CsvTable read(Path file, String... columns) {
        return read(file, List.of(columns), List.of());
    }

    /** The same, of a table that may have some columns more. */
    public static CsvTable read(Path file, List<String> columns, List<String> optional) {
        String text = ConfigurationText.read(file);
        List<CsvRecord> records = records(file, text);
        if (records.isEmpty()) {
            throw ConfigurationError.at(
                    file, 1, "", "is empty, expected the header " + String.join(",", columns) + ".");
        }
        List<String> header = header(file, records.getFirst(), columns, optional);
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            rows.add(row(file, header, record));
        }
        return new CsvTable(file, rows);
    }

    private static List<CsvRecord> records(Path file, String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
            return records;
        } catch (CsvParseException e) {
            throw ConfigurationError.at(file, records.size() + 1, "", "is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a string cannot fail", e);
        }
    }

    private static List<String> header(Path file, CsvRecord record, List<String> columns, List<String> optional) {
        List<String> header = record.getFields().stream().map(String::strip).toList();
        for (String column : header) {
            if (!columns.contains(column) && !optional.contains(column)) {
                throw ConfigurationError.at(
                        file, 1, column, "is not a column known here; known are " + String.join(", ", columns) + ".");
            }
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                throw ConfigurationError.at(file, 1, column, "stands in the header twice.");
            }
        }
        for (String column : columns) {
            if (!header.contains(column)) {
                throw ConfigurationError.at(file, 1, column, "is missing in the header.");
            }
        }
        return header;
    }

    private static CsvRow row(Path file, List<String> header, CsvRecord record) {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            throw ConfigurationError.at(
                    file,
                    line,
                    "",
                    "the row has " + record.getFieldCount() + " fields, the header " + header.size()
                            + ". A comma inside a value needs quotation marks around the value.");
        }
        return new CsvRow(file, line, header, record.getFields());
    }
}
