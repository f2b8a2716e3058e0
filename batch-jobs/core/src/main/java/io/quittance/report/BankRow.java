package io.quittance.report;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bank statement, for the sheet BankRec. Lines of a statement stand together: opening, entries, closing.
 *
 * @param account ours, masked
 * @param amount the balance, or what came in (positive) or went out (negative), in the account's currency; zero for one payment
 *     of a lot, whose entry stands above it
 * @param settled the payment's amount in the payment's currency, null for a line that belongs to no payment
 * @param match how it was matched: {@code EXACT}, {@code LOT}, {@code FEE_DIFF}, {@code RETURNED}, {@code MISSING_IN_LEDGER} ...
 */
public record BankRow(
        Line line,
        String statement,
        String account,
        String entity,
        LocalDate date,
        String reference,
        Money amount,
        @Nullable String match,
        @Nullable String payment,
        @Nullable Money settled,
        @Nullable String journal) {

    /** What a line is. */
    public enum Line {
        OPENING,
        /** Money moved; also a return. */
        ENTRY,
        CLOSING
    }
}
