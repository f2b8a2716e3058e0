package io.quittance.tax.table;

import io.quittance.party.Validity;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import io.quittance.tax.Confidence;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.RowsContradict;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.VatRate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the folder {@code config/tax}. A cell that is not as it must be is a {@link TableError}. */
public final class TaxTableFiles {

    /** A blank start says that no source states it; the rate was in force when it was read. */
    static final LocalDate START_NOT_STATED = LocalDate.of(1900, 1, 1);

    private static final List<String> TERRITORY = List.of(
            "id",
            "territory",
            "vat_prefix",
            "vat_area",
            "group",
            "region",
            "inward_region",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");
    private static final List<String> RATE = List.of(
            "id",
            "country",
            "region",
            "category",
            "rate_percent",
            "components",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");

    private TaxTableFiles() {}

    /** The rows that decide treatments and rates. */
    public static TaxTables read(Path folder) throws IOException {
        Table territories = Table.read(folder.resolve("territories.csv"), TERRITORY, List.of("return_area"));
        Table rates = Table.read(folder.resolve("rates.csv"), RATE);
        Table rules = Table.read(folder.resolve("treatment-rules.csv"), RuleRows.COLUMNS, RuleRows.LATER);
        try {
            return TaxTables.of(
                    territories.rows().stream().map(TaxTableFiles::territory).toList(),
                    rates.rows().stream().map(TaxTableFiles::rate).toList(),
                    rules.rows().stream().map(RuleRows::rule).toList());
        } catch (RowsContradict contradiction) {
            throw contradiction(contradiction, territories, rates, rules);
        }
    }

    private static TableError contradiction(RowsContradict found, Table... tables) {
        Table its = Arrays.stream(tables)
                .filter(table -> table.hasAny(found.ids()))
                .findFirst()
                .orElseThrow();
        return its.between(String.valueOf(found.getMessage()), found.ids());
    }

    /** The rates alone, in the order of the table. */
    public static List<VatRate> rates(Path folder) throws IOException {
        return Table.read(folder.resolve("rates.csv"), RATE).rows().stream()
                .map(TaxTableFiles::rate)
                .toList();
    }

    /** The boxes of the returns. */
    public static ReturnBoxes boxes(Path folder) throws IOException {
        Table table = Table.read(folder.resolve("return-boxes.csv"), BoxRows.COLUMNS);
        try {
            return ReturnBoxes.of(table.rows().stream().map(BoxRows::boxes).toList());
        } catch (RowsContradict contradiction) {
            throw contradiction(contradiction, table);
        }
    }

    private static Territory territory(Row row) {
        return new Territory(
                row.text("id"),
                row.text("territory"),
                orEmpty(row, "vat_prefix"),
                row.text("vat_area"),
                row.text("group"),
                orEmpty(row, "region"),
                orEmpty(row, "inward_region"),
                returnArea(row),
                validity(row, row.date("valid_from")),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static String returnArea(Row row) {
        String part = row.optional("return_area");
        return part == null ? row.text("vat_area") : part;
    }

    private static VatRate rate(Row row) {
        LocalDate from = row.optionalDate("valid_from");
        try {
            return new VatRate(
                    row.text("id"),
                    row.text("country"),
                    orEmpty(row, "region"),
                    row.oneOf(VatRate.RateClass.class, "category"),
                    Cells.positive(row.text("rate_percent"), row.place().at("rate_percent")),
                    components(row),
                    validity(row, from == null ? START_NOT_STATED : from),
                    row.date("recorded_at"),
                    row.text("source"),
                    row.oneOf(Confidence.class, "confidence"));
        } catch (IllegalArgumentException sum) {
            throw row.wrong("components", String.valueOf(sum.getMessage()));
        }
    }

    /** {@code CGST 9 SGST 9}: names and percentages in turn. */
    private static List<VatRate.Component> components(Row row) {
        List<String> words = row.words("components");
        if (words.size() % 2 != 0) {
            throw row.wrong("components", "each tax needs its percentage, such as CGST 9 SGST 9");
        }
        var components = new ArrayList<VatRate.Component>();
        for (int i = 0; i < words.size(); i += 2) {
            components.add(new VatRate.Component(
                    words.get(i), Cells.positive(words.get(i + 1), row.place().at("components"))));
        }
        return components;
    }

    private static String orEmpty(Row row, String column) {
        String text = row.optional(column);
        return text == null ? "" : text;
    }

    static Validity validity(Row row, LocalDate from) {
        LocalDate to = row.optionalDate("valid_to");
        if (to != null && to.isBefore(from)) {
            throw row.wrong("valid_to", "the row ends on %s before it begins on %s".formatted(to, from));
        }
        return new Validity(from, to);
    }
}
