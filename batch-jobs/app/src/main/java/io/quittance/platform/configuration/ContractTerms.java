package io.quittance.platform.configuration;

import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.Tolerance;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code register/contract-terms.csv}: how contracts are billed. A rate that changes has several rows, whose days do not overlap.
 * Without the file, and of contracts that it does not name, nothing is matched.
 */
final class ContractTerms {

    private static final String[] COLUMNS = {
        "contract",
        "basis",
        "unit",
        "rate",
        "rate_tolerance_percent",
        "rate_tolerance",
        "quantity_tolerance_percent",
        "quantity_tolerance",
        "amount_tolerance_percent",
        "amount_tolerance",
        "clause",
        "valid_from",
        "valid_to"
    };

    private ContractTerms() {}

    /** The terms of each contract. @param contracts ids of those that there are */
    static Map<String, List<BillingTerm>> read(Path file, Set<String> contracts) {
        Map<String, List<BillingTerm>> terms = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return terms;
        }
        for (CsvRow row : CsvTable.read(file, COLUMNS).rows()) {
            String contract = row.text("contract");
            if (!contracts.contains(contract)) {
                throw row.wrong("contract", "is '" + contract + "', which contracts.csv does not have.");
            }
            List<BillingTerm> others = terms.computeIfAbsent(contract, unused -> new ArrayList<>());
            BillingTerm term = term(row);
            others.forEach(other -> refuseBoth(row, term, other));
            others.add(term);
        }
        return terms;
    }

    private static BillingTerm term(CsvRow row) {
        Basis basis = row.choice("basis", Basis.class);
        return new BillingTerm(
                basis,
                unit(row, basis),
                rate(row, basis),
                tolerance(row, "rate_tolerance"),
                tolerance(row, "quantity_tolerance"),
                tolerance(row, "amount_tolerance"),
                row.text("clause"),
                RegisterRows.period(row, "valid_from", "valid_to"));
    }

    private static @Nullable WorkUnit unit(CsvRow row, Basis basis) {
        WorkUnit unit = row.optional("unit", column -> row.choice(column, WorkUnit.class))
                .orElse(null);
        boolean fits = switch (basis) {
            case TIME -> unit != null;
            case FIXED -> unit == WorkUnit.MON;
            case MILESTONE, EXPENSES -> unit == null;
        };
        if (!fits) {
            throw row.wrong(
                    "unit",
                    switch (basis) {
                        case TIME -> "is empty, expected HUR, DAY, WEE or MON.";
                        case FIXED -> "is not MON: a fixed fee is one for each month.";
                        case MILESTONE, EXPENSES -> "is not empty, but " + basis + " has no unit.";
                    });
        }
        return unit;
    }

    private static @Nullable BigDecimal rate(CsvRow row, Basis basis) {
        BigDecimal rate = row.optional("rate", column -> figure(row, column)).orElse(null);
        boolean counted = basis == Basis.TIME || basis == Basis.FIXED;
        if (counted && (rate == null || rate.signum() == 0)) {
            throw row.wrong("rate", "is no price, but " + basis + " needs one.");
        }
        if (!counted && rate != null) {
            throw row.wrong("rate", "is not empty, but " + basis + " has no rate.");
        }
        return rate;
    }

    private static Tolerance tolerance(CsvRow row, String column) {
        return new Tolerance(
                row.optional(column + "_percent", percent -> figure(row, percent))
                        .orElse(null),
                row.optional(column, absolute -> figure(row, absolute)).orElse(null));
    }

    private static BigDecimal figure(CsvRow row, String column) {
        return row.parsed(column, "digits with a decimal point, such as 95.50", text -> {
            if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                throw new IllegalArgumentException(text);
            }
            return new BigDecimal(text).stripTrailingZeros();
        });
    }

    /** Of one kind of work only one term may hold on a day; and one unit is billed by time or as a fee, never as both. */
    private static void refuseBoth(CsvRow row, BillingTerm term, BillingTerm other) {
        if (term.basis() == other.basis()
                && term.unit() == other.unit()
                && term.validity().overlaps(other.validity())) {
            throw row.wrong(
                    "valid_from", "overlaps with another row of the same basis and unit, " + other.validity() + ".");
        }
        if (term.unit() != null && term.unit() == other.unit() && term.basis() != other.basis()) {
            throw row.wrong(
                    "basis",
                    "is " + term.basis() + ", but another row bills " + term.unit() + " as " + other.basis() + ".");
        }
    }
}
