package io.quittance.tax.coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The tables whose rows name the countries they are for: a section for each. */
final class NationalTables {

    private NationalTables() {}

    static TableSection taxPoints(Path tax, LocalDate on) throws IOException {
        return new TableSection(
                "Tax points",
                Rows.read(tax.resolve("tax-points.csv")),
                on,
                "jurisdictions",
                List.of("id", "treatments", "supply", "event", "meanwhile", "basis", "source", "confidence"),
                "no row: the day of supply, else that of the invoice");
    }

    static TableSection rounding(Path tax, LocalDate on) throws IOException {
        return new TableSection(
                "Rounding",
                Rows.read(tax.resolve("rounding-policies.csv")),
                on,
                "jurisdiction",
                List.of(
                        "id",
                        "currency",
                        "level",
                        "scale",
                        "step",
                        "mode",
                        "sum_mode",
                        "favour",
                        "users",
                        "basis",
                        "source",
                        "confidence"),
                "no row: half up to the minor unit");
    }

    static TableSection recovery(Path tax, LocalDate on) throws IOException {
        return new TableSection(
                "Recovery of input tax",
                Rows.read(tax.resolve("recovery-rules.csv")),
                on,
                "jurisdictions",
                List.of("id", "treatments", "supplier", "share", "percent", "moment", "basis", "source", "confidence"),
                "no row: the proportion of entities.csv");
    }

    static TableSection withholding(Path tax, LocalDate on) throws IOException {
        return new TableSection(
                "Withholding",
                Rows.read(tax.resolve("withholding-rules.csv")),
                on,
                "payer_country",
                List.of(
                        "id",
                        "residence",
                        "payee_kind",
                        "income_kind",
                        "tin",
                        "place",
                        "name",
                        "base",
                        "rate_percent",
                        "threshold",
                        "threshold_period",
                        "trigger",
                        "source",
                        "confidence"),
                "no rule is sourced");
    }
}
