package io.quittance.fx.table;

import io.quittance.fx.FxPolicy;
import io.quittance.fx.Purpose;
import io.quittance.fx.WithdrawnCurrency;
import io.quittance.fx.peg.PegFile;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** Reads the folder {@code config/fx}. A cell that is not as it must be is a {@link io.quittance.table.TableError}. */
public final class FxTableFiles {

    static final List<String> POLICY =
            List.of("entity", "purpose", "source", "base", "max_age_days", "basis", "valid_from");
    static final List<String> WITHDRAWN = List.of("currency", "last_day", "successor", "units_per_successor", "source");

    private FxTableFiles() {}

    /** All tables of the folder. */
    public static FxTables read(Path folder) throws IOException {
        return new FxTables(
                policies(Table.read(folder.resolve("policies.csv"), POLICY)),
                PegFile.read(Table.read(folder.resolve("pegs.csv"), PegFile.COLUMNS)),
                withdrawn(Table.read(folder.resolve("withdrawn-currencies.csv"), WITHDRAWN)));
    }

    static List<FxPolicy> policies(Table table) {
        var seen = new HashSet<String>();
        return table.rows().stream().map(row -> policy(row, seen)).toList();
    }

    private static FxPolicy policy(Row row, HashSet<String> seen) {
        var policy = new FxPolicy(
                row.optional("entity"),
                row.oneOf(Purpose.class, "purpose"),
                row.text("source"),
                row.currency("base"),
                row.wholeNumber("max_age_days"),
                row.text("basis"),
                row.date("valid_from"));
        if (!seen.add(policy.entity() + " " + policy.purpose() + " " + policy.validFrom())) {
            throw row.wrong("valid_from", "another row of this entity and purpose begins on the same day");
        }
        return policy;
    }

    static List<WithdrawnCurrency> withdrawn(Table table) {
        var seen = new HashSet<String>();
        return table.rows().stream().map(row -> gone(row, seen)).toList();
    }

    private static WithdrawnCurrency gone(Row row, HashSet<String> seen) {
        String code = row.text("currency");
        if (!code.matches("[A-Z]{3}")) {
            throw row.wrong("currency", "\"%s\" is no code of three capitals".formatted(code));
        }
        if (!seen.add(code)) {
            throw row.wrong("currency", code + " is there twice");
        }
        return new WithdrawnCurrency(
                code,
                row.date("last_day"),
                row.currency("successor").getCode(),
                Cells.positive(row.text("units_per_successor"), row.place().at("units_per_successor")),
                row.text("source"));
    }
}
