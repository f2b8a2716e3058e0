package io.quittance.engagement;

import io.quittance.engagement.Match.Outcome;
import io.quittance.finding.Findings;
import io.quittance.invoice.InvoiceLine;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the match says of one line.
 *
 * @param basis the kind of term that it is billed by, null when there is none
 * @param approved how much was approved of what it bills, in its unit; of a milestone its amount
 * @param before how much of that earlier documents, or earlier lines, have billed
 * @param rate the agreed price of a unit; null where there is none, or several
 * @param value what its shares come to by the contract, exactly
 * @param clause of the contract; empty where none was found
 * @param shares what it bills of the approved work; nothing beyond it, even where that is tolerated
 */
public record LineMatch(
        InvoiceLine line,
        Outcome outcome,
        @Nullable Basis basis,
        @Nullable WorkUnit unit,
        BigDecimal approved,
        BigDecimal before,
        @Nullable BigDecimal rate,
        BigDecimal value,
        String clause,
        List<Share> shares,
        Findings findings) {

    public LineMatch {
        shares = List.copyOf(shares);
    }

    /** A line of which nothing is compared. */
    static LineMatch bare(InvoiceLine line, Outcome outcome, @Nullable Basis basis, String clause, Findings findings) {
        return new LineMatch(
                line,
                outcome,
                basis,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                BigDecimal.ZERO,
                clause,
                List.of(),
                findings);
    }
}
