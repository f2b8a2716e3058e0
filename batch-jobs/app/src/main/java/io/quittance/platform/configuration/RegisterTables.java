package io.quittance.platform.configuration;

import io.quittance.party.BankAccount;
import io.quittance.party.BillingTerm;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.SmallBusinessNumber;
import io.quittance.party.VerifiedAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code register/*.csv}: the master data as it stands in the configuration. A fact that changed has several rows with the same
 * id and days that do not overlap.
 *
 * @param mergers ids of contractors that were given up, with the id that each was merged into
 */
public record RegisterTables(
        List<Entity> entities,
        List<Contractor> contractors,
        List<VerifiedAccount> accounts,
        List<Contract> contracts,
        Map<String, String> mergers) {

    public RegisterTables {
        mergers = Map.copyOf(mergers);
        entities = List.copyOf(entities);
        contractors = List.copyOf(contractors);
        accounts = List.copyOf(accounts);
        contracts = List.copyOf(contracts);
    }

    /**
     * Reads the five tables, and the terms of contracts and the numbers of small businesses where there are any, and checks that they fit together.
     *
     * @param banks ids of the bank profiles, which entities' accounts name
     */
    static RegisterTables read(Path folder, Set<String> banks) {
        CsvTable entityRows = CsvTable.read(folder.resolve("entities.csv"), RegisterRows.ENTITY);
        CsvTable bankAccountRows = CsvTable.read(folder.resolve("bank-accounts.csv"), RegisterRows.BANK_ACCOUNT);
        CsvTable contractorRows = CsvTable.read(
                folder.resolve("contractors.csv"), List.of(RegisterRows.CONTRACTOR), List.of(RegisterRows.MERGED_INTO));
        CsvTable accountRows = CsvTable.read(folder.resolve("accounts.csv"), RegisterRows.ACCOUNT);
        CsvTable contractRows = CsvTable.read(
                folder.resolve("contracts.csv"),
                List.of(RegisterRows.CONTRACT),
                List.of(RegisterRows.PLACE, RegisterRows.BUYS_AS));

        Set<String> entities = values(entityRows, "id");
        Set<String> contractors = values(contractorRows, "id");
        refer(bankAccountRows, "entity", entities, "entities.csv");
        refer(bankAccountRows, "bank", banks, "banks/");
        refer(accountRows, "contractor", contractors, "contractors.csv");
        refer(contractRows, "entity", entities, "entities.csv");
        refer(contractRows, "contractor", contractors, "contractors.csv");
        refuseTwice(bankAccountRows, "id");
        refuseTwice(contractRows, "id");
        refuseOverlaps(entityRows);
        refuseOverlaps(contractorRows);

        Map<String, List<BillingTerm>> terms =
                ContractTerms.read(folder.resolve("contract-terms.csv"), values(contractRows, "id"));
        Map<String, List<SmallBusinessNumber>> exemptions =
                SmallBusinessNumbers.read(folder.resolve("small-business-numbers.csv"), contractors);
        Map<String, List<BankAccount>> accountsOf = bankAccounts(bankAccountRows);
        return new RegisterTables(
                all(entityRows, row -> RegisterRows.entity(row, accountsOf.getOrDefault(row.text("id"), List.of()))),
                all(contractorRows, row -> contractor(row, exemptions)),
                all(accountRows, RegisterRows::account),
                all(contractRows, row -> contract(row, terms)),
                mergers(contractorRows));
    }

    private static Contractor contractor(CsvRow row, Map<String, List<SmallBusinessNumber>> exemptions) {
        Contractor contractor = RegisterRows.contractor(row);
        return contractor.exempt(exemptions.getOrDefault(contractor.id(), List.of()));
    }

    private static Contract contract(CsvRow row, Map<String, List<BillingTerm>> terms) {
        Contract contract = RegisterRows.contract(row);
        return contract.billedBy(terms.getOrDefault(contract.id(), List.of()));
    }

    /** Of all times: any version of a contractor may say so, and the last one does. Nobody is merged in a circle. */
    private static Map<String, String> mergers(CsvTable table) {
        Map<String, CsvRow> rows = new LinkedHashMap<>();
        Set<String> known = values(table, "id");
        for (CsvRow row : table.rows()) {
            mergedInto(row).ifPresent(into -> {
                if (!known.contains(into)) {
                    throw row.wrong(
                            RegisterRows.MERGED_INTO, "is '" + into + "', which contractors.csv does not have.");
                }
                rows.put(row.text("id"), row);
            });
        }
        rows.values().forEach(row -> refuseCircle(row, rows));
        Map<String, String> mergers = new LinkedHashMap<>();
        rows.forEach((id, row) -> mergers.put(id, mergedInto(row).orElseThrow()));
        return mergers;
    }

    private static Optional<String> mergedInto(CsvRow row) {
        return row.has(RegisterRows.MERGED_INTO) ? row.optionalText(RegisterRows.MERGED_INTO) : Optional.empty();
    }

    private static void refuseCircle(CsvRow first, Map<String, CsvRow> rows) {
        Set<String> passed = new HashSet<>();
        for (CsvRow row = first; row != null; row = rows.get(mergedInto(row).orElseThrow())) {
            if (!passed.add(row.text("id"))) {
                throw first.wrong(RegisterRows.MERGED_INTO, "leads in a circle back to '" + row.text("id") + "'.");
            }
        }
    }

    private static <T> List<T> all(CsvTable table, Function<CsvRow, T> reading) {
        return table.rows().stream().map(reading).toList();
    }

    private static Map<String, List<BankAccount>> bankAccounts(CsvTable table) {
        Map<String, List<BankAccount>> accounts = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            accounts.computeIfAbsent(row.text("entity"), id -> new ArrayList<>())
                    .add(RegisterRows.bankAccount(row));
        }
        return accounts;
    }

    private static Set<String> values(CsvTable table, String column) {
        Set<String> values = new HashSet<>();
        table.rows().forEach(row -> values.add(row.text(column)));
        return values;
    }

    private static void refer(CsvTable table, String column, Set<String> known, String where) {
        for (CsvRow row : table.rows()) {
            if (!known.contains(row.text(column))) {
                throw row.wrong(column, "is '" + row.text(column) + "', which " + where + " does not have.");
            }
        }
    }

    private static void refuseTwice(CsvTable table, String column) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            Integer before = lines.put(row.text(column), row.line());
            if (before != null) {
                throw row.wrong(column, "'" + row.text(column) + "' stands in line " + before + " already.");
            }
        }
    }

    /** Of one thing only one version may hold on a day. */
    private static void refuseOverlaps(CsvTable table) {
        Map<String, List<CsvRow>> versions = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            List<CsvRow> others = versions.computeIfAbsent(row.text("id"), id -> new ArrayList<>());
            for (CsvRow other : others) {
                if (RegisterRows.overlap(row, other)) {
                    throw row.wrong(
                            "valid_from",
                            "overlaps with the version of '" + row.text("id") + "' in line " + other.line() + ".");
                }
            }
            others.add(row);
        }
    }
}
