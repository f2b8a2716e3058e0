package io.quittance.tax.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case whose answer somebody else published: a row of {@code worked-examples.csv}. */
record WorkedExample(
        String id, String kind, Map<String, String> cells, Map<String, String> given, Map<String, String> told) {

    private static final String FILE = "batch-jobs/core/src/test/resources/io/quittance/tax/worked-examples.csv";

    /** All of them. */
    static List<WorkedExample> all() throws IOException {
        Path file = Path.of(System.getProperty("quittance.root")).resolve(FILE);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(WorkedExample::of).toList();
        }
    }

    private static WorkedExample of(NamedCsvRecord row) {
        return new WorkedExample(
                row.getField("id"),
                row.getField("kind"),
                row.getFieldsAsMap(),
                pairs(row.getField("other_input")),
                pairs(row.getField("other_expected")));
    }

    /** {@code a=1;b=2}. */
    static Map<String, String> pairs(String written) {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : written.split(";")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                pairs.put(
                        pair.substring(0, sign).strip(),
                        pair.substring(sign + 1).strip());
            }
        }
        return pairs;
    }

    String cell(String column) {
        return cells.get(column);
    }

    boolean has(String column) {
        return !cell(column).isEmpty();
    }

    boolean isGiven(String key, String value) {
        return value.equals(given.get(key));
    }

    Optional<BigDecimal> amount(String column) {
        return has(column) ? Optional.of(new BigDecimal(cell(column))) : Optional.empty();
    }

    LocalDate date() {
        return LocalDate.parse(cell("date"));
    }

    Optional<LocalDate> day(String key) {
        return Optional.ofNullable(given.get(key)).map(LocalDate::parse);
    }

    /** {@code 1.5|2} as numbers. */
    static List<BigDecimal> numbers(String written) {
        return Arrays.stream(written.split("\\|")).map(BigDecimal::new).toList();
    }
}
