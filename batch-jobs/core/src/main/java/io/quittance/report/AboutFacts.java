package io.quittance.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What the workbook is about.
 *
 * @param title e.g. {@code Payment run NL-BV-20261125-01}
 * @param scope the id of the run, or the period as {@code 2026-11}
 * @param from first day of the period, or the run's business date
 * @param asOf the day that open documents are aged on
 * @param ledgerHead hash of the last block of the ledger's chain
 * @param facts further lines for the reader in this order: version, configuration digest, rate set, who proposed and approved ...
 */
public record AboutFacts(
        String title,
        String company,
        String scope,
        LocalDate businessDate,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        String ledgerHead,
        Accounts accounts,
        List<Fact> facts) {

    public AboutFacts {
        facts = List.copyOf(facts);
    }

    /** One line: what it is, and its value. */
    public record Fact(String name, String value) {}

    /** The accounts that ties look at, by their codes. */
    public record Accounts(String payables, String inTransit, String outputVat, String inputVat) {}
}
