package io.quittance.invoice.csv;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file in the making: good rows, changed where a test says so. */
final class CsvPage {

    static final String HEADER =
            CsvColumn.WRITTEN.stream().map(CsvColumn::heading).collect(Collectors.joining(","));

    private static final List<String> GOOD = List.of(
            "invoice",
            "INV-1",
            "2026-11-02",
            "2026-10-31",
            "2026-12-02",
            "ACME-DE",
            "C-007",
            "Jane Roe",
            "DE123456789",
            "CT-1",
            "PO-9",
            "EUR",
            "1",
            "Consulting",
            "10",
            "95.00",
            "950.00",
            "S",
            "19",
            "180.50",
            "950.00",
            "180.50",
            "1130.50",
            "1130.50",
            "DE02120300000000202051",
            "BYLADEM1001",
            "RF18",
            "",
            "",
            "",
            "");

    private final List<String> rows = new ArrayList<>();
    private final List<CsvColumn> columns;

    CsvPage() {
        this(CsvColumn.WRITTEN);
    }

    private CsvPage(List<CsvColumn> columns) {
        this.columns = columns;
        rows.add(columns.stream().map(CsvColumn::heading).collect(Collectors.joining(",")));
    }

    /** With the columns of unit and period too. */
    static CsvPage dated() {
        return new CsvPage(List.of(CsvColumn.values()));
    }

    /** A good row with other values in some columns, in pairs of heading and value. */
    CsvPage row(String... changes) {
        Map<CsvColumn, String> row = new EnumMap<>(CsvColumn.class);
        for (CsvColumn column : columns) {
            row.put(column, GOOD.get(column.ordinal()));
        }
        for (int i = 0; i < changes.length; i += 2) {
            row.put(CsvColumn.ofHeading(changes[i]), changes[i + 1]);
        }
        return raw(String.join(",", row.values()));
    }

    CsvPage raw(String row) {
        rows.add(row);
        return this;
    }

    String text() {
        return String.join("\n", rows) + "\n";
    }

    DeliveredFile file() {
        return Reading.file("inv.csv", text());
    }
}
