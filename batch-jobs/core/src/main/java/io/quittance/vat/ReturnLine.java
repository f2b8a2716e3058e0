package io.quittance.vat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a return: from the exact sum of the ledger to what is declared.
 *
 * @param row of {@code config/tax/return-forms.csv}; null for what is on no form
 * @param box its code, {@link VatReturn#NOT_SOURCED}, {@link VatReturn#NO_BOX} or {@link VatReturn#NET}
 * @param ledger the exact sum
 * @param declared what the form takes, by its own rounding
 * @param entries how many entries are in it; 0 for totals
 * @param bound how far apart the two may be at most
 */
public record ReturnLine(
        @Nullable String row,
        String box,
        BoxKind kind,
        String label,
        BigDecimal ledger,
        BigDecimal declared,
        long entries,
        BigDecimal bound) {

    /** What rounding left: declared less ledger. */
    public BigDecimal difference() {
        return declared.subtract(ledger);
    }

    boolean isBounded() {
        return difference().abs().compareTo(bound) <= 0;
    }
}
