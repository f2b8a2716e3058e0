package io.quittance.withholding.table;

import io.quittance.finding.Place;
import io.quittance.party.Validity;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import io.quittance.tax.Confidence;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.TreatyRate;
import io.quittance.withholding.WithholdingRule;
import io.quittance.withholding.WithholdingTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what a configuration says of withholding. A cell that is not as it must be is a {@link TableError}; a file that is not
 * there is an empty one, since configurations that were frozen before have none.
 */
public final class WithholdingFiles {

    private static final List<String> TREATY = List.of(
            "id",
            "payer_country",
            "residence",
            "income_kind",
            "rate_percent",
            "article",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");

    private WithholdingFiles() {}

    /** The rows of a configuration. @param config its folder, with {@code tax} and {@code register} in it */
    public static WithholdingTables read(Path config) throws IOException {
        Path register = config.resolve("register");
        Path rulesFile = config.resolve("tax/withholding-rules.csv");
        List<WithholdingRule> rules = versions(rulesFile, RuleCells.COLUMNS, RuleCells::rule);
        try {
            return WithholdingTables.of(
                    rules,
                    versions(config.resolve("tax/treaty-rates.csv"), TREATY, WithholdingFiles::treaty),
                    rows(
                            register.resolve("withholding-certificates.csv"),
                            RegisterCells.CERTIFICATE,
                            RegisterCells::certificate),
                    RegisterCells.parties(register.resolve("withholding-parties.csv")),
                    RegisterCells.contracts(register.resolve("withholding-contracts.csv")));
        } catch (IllegalArgumentException twice) {
            throw new TableError(Place.of("tax/withholding-rules.csv"), String.valueOf(twice.getMessage()));
        }
    }

    /** Rows of which each may have been corrected: the same id again, recorded on a later day. */
    private static <T> List<T> versions(Path file, List<String> columns, Function<Row, T> reading) throws IOException {
        if (Files.exists(file)) {
            Table.read(file, columns).distinct("id", "recorded_at");
        }
        return rows(file, columns, reading);
    }

    static <T> List<T> rows(Path file, List<String> columns, Function<Row, T> reading) throws IOException {
        return Files.exists(file)
                ? Table.read(file, columns).rows().stream().map(reading).toList()
                : List.of();
    }

    private static TreatyRate treaty(Row row) {
        return new TreatyRate(
                row.text("id"),
                row.text("payer_country"),
                row.text("residence"),
                row.someOf(IncomeKind.class, "income_kind"),
                percent(row, "rate_percent"),
                row.text("article"),
                validity(row, row.date("valid_from")),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    /** From 0 to 100. */
    static BigDecimal percent(Row row, String column) {
        BigDecimal percent = row.decimal(column);
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw row.wrong(column, "more than the whole");
        }
        return percent;
    }

    static Validity validity(Row row, LocalDate from) {
        LocalDate to = row.optionalDate("valid_to");
        if (to != null && to.isBefore(from)) {
            throw row.wrong("valid_to", "the row ends on %s before it begins on %s".formatted(to, from));
        }
        return new Validity(from, to);
    }
}
