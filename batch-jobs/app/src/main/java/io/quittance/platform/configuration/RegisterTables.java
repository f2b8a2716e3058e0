package io.quittance.platform.configuration;

import io.quittance.party.BankAccount;
import io.quittance.party.BillingTerm;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.VerifiedAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code register/*.csv}: the master data as it stands in the configuration. A fact that changed has several rows with the same
 * id and days that do not overlap.
 */
public record RegisterTables(
        List<Entity> entities, List<Contractor> contractors, List<VerifiedAccount> accounts, List<Contract> contracts) {

    public RegisterTables {
        entities = List.copyOf(entities);
        contractors = List.copyOf(contractors);
        accounts = List.copyOf(accounts);
        contracts = List.copyOf(contracts);
    }

    /**
     * Reads the five tables, and the terms of contracts where there are any, and checks that they fit together.
     *
     * @param banks ids of the bank profiles, which entities' accounts name
     */
    static RegisterTables read(Path folder, Set<String> banks) {
        CsvTable entityRows = CsvTable.read(folder.resolve("entities.csv"), RegisterRows.ENTITY);
        CsvTable bankAccountRows = CsvTable.read(folder.resolve("bank-accounts.csv"), RegisterRows.BANK_ACCOUNT);
        CsvTable contractorRows = CsvTable.read(folder.resolve("contractors.csv"), RegisterRows.CONTRACTOR);
        CsvTable accountRows = CsvTable.read(folder.resolve("accounts.csv"), RegisterRows.ACCOUNT);
        CsvTable contractRows = CsvTable.read(folder.resolve("contracts.csv"), RegisterRows.CONTRACT);

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
        Map<String, List<BankAccount>> accountsOf = bankAccounts(bankAccountRows);
        return new RegisterTables(
                all(entityRows, row -> RegisterRows.entity(row, accountsOf.getOrDefault(row.text("id"), List.of()))),
                all(contractorRows, RegisterRows::contractor),
                all(accountRows, RegisterRows::account),
                all(contractRows, row -> contract(row, terms)));
    }

    private static Contract contract(CsvRow row, Map<String, List<BillingTerm>> terms) {
        Contract contract = RegisterRows.contract(row);
        return contract.billedBy(terms.getOrDefault(contract.id(), List.of()));
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
