package io.quittance.fx.table;

import io.quittance.fx.DayRule;
import io.quittance.fx.FxPolicy;
import io.quittance.fx.Purpose;
import io.quittance.fx.WithdrawnCurrency;
import io.quittance.fx.peg.PegFile;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the folder {@code config/fx}. A cell that is not as it must be is a {@link io.quittance.table.TableError}. */
public final class FxTableFiles {

    static final List<String> POLICY =
            List.of("entity", "purpose", "source", "base", "max_age_days", "basis", "valid_from");
    /** Came later: a configuration that was frozen without them means the day or before, and no lock-in. */
    static final List<String> POLICY_OPTIONS = List.of("jurisdiction", "days", "lock_in_months");

    static final List<String> WITHDRAWN = List.of("currency", "last_day", "successor", "units_per_successor", "source");

    private FxTableFiles() {}

    /** All tables of the folder. */
    public static FxTables read(Path folder) throws IOException {
        return new FxTables(
                policies(Table.read(folder.resolve("policies.csv"), POLICY, POLICY_OPTIONS)),
                PegFile.read(Table.read(folder.resolve("pegs.csv"), PegFile.COLUMNS)),
                withdrawn(Table.read(folder.resolve("withdrawn-currencies.csv"), WITHDRAWN)));
    }

    static List<FxPolicy> policies(Table table) {
        var seen = new HashMap<String, TreeMap<LocalDate, FxPolicy>>();
        return table.rows().stream().map(row -> policy(row, seen)).toList();
    }

    private static FxPolicy policy(Row row, Map<String, TreeMap<LocalDate, FxPolicy>> seen) {
        FxPolicy policy = policy(row);
        var others = seen.computeIfAbsent(policy.owner() + " " + policy.purpose(), owner -> new TreeMap<>());
        if (others.put(policy.validFrom(), policy) != null) {
            throw row.wrong("valid_from", "another row of this entity and purpose begins on the same day");
        }
        lockedIn(others.lowerEntry(policy.validFrom()), policy, row);
        var later = others.higherEntry(policy.validFrom());
        if (later != null) {
            lockedIn(Map.entry(policy.validFrom(), policy), later.getValue(), row);
        }
        return policy;
    }

    private static void lockedIn(Map.@Nullable Entry<LocalDate, FxPolicy> before, FxPolicy after, Row row) {
        if (before != null && !before.getValue().mayBeFollowedBy(after)) {
            FxPolicy locked = before.getValue();
            throw row.wrong(
                    "valid_from",
                    "the method of %s for %s that began on %s is locked in for %d months"
                            .formatted(locked.owner(), locked.purpose(), locked.validFrom(), locked.lockInMonths()));
        }
    }

    private static FxPolicy policy(Row row) {
        String entity = row.optional("entity");
        String jurisdiction = row.optional("jurisdiction");
        if (entity != null && jurisdiction != null) {
            throw row.wrong("jurisdiction", "the row is for an entity already; leave one of the two blank");
        }
        if (jurisdiction != null && !jurisdiction.matches("[A-Z]{2}")) {
            throw row.wrong("jurisdiction", "\"%s\" is no code of two capitals".formatted(jurisdiction));
        }
        return new FxPolicy(
                entity,
                jurisdiction,
                row.oneOf(Purpose.class, "purpose"),
                row.text("source"),
                row.currency("base"),
                row.optional("days") == null ? DayRule.ON_OR_BEFORE : row.oneOf(DayRule.class, "days"),
                row.wholeNumber("max_age_days"),
                row.optional("lock_in_months") == null ? 0 : row.wholeNumber("lock_in_months"),
                row.text("basis"),
                row.date("valid_from"));
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
