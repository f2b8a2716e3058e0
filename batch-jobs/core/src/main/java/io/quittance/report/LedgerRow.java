package io.quittance.report;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One posting, for the sheet Ledger.
 *
 * @param block of the sealed chain, null while unsealed
 * @param number gap-free number of the journal in its entity's books, null while unsealed
 * @param kind of the journal: {@code ACCEPTED}, {@code RELEASED}, {@code SETTLED} ...
 * @param amount debit positive, credit negative
 */
public record LedgerRow(
        @Nullable Long block,
        @Nullable Long number,
        String journal,
        LocalDate date,
        String kind,
        String reference,
        String entity,
        String account,
        String accountName,
        Money amount) {}
