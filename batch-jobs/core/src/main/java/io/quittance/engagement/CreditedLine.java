package io.quittance.engagement;

import io.quittance.engagement.Match.Outcome;
import io.quittance.finding.Findings;
import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a credit note gives billed work back, the newest first, so that it may be billed rightly. It does so only at the full
 * rate: a note that lowers a price takes no hours back, or they could be billed once more.
 */
final class CreditedLine {

    private CreditedLine() {}

    static LineMatch counted(LineCase one, BillingTerm term) {
        WorkUnit unit = Objects.requireNonNull(term.unit());
        var shares = new ArrayList<Share>();
        BigDecimal rest = one.line().quantity();
        BigDecimal value = BigDecimal.ZERO;
        for (Work piece : one.candidates(term.basis(), unit).reversed()) {
            BigDecimal units = one.work().billed(piece).min(rest);
            BigDecimal rate = rate(one, term, piece);
            if (units.signum() > 0 && rate != null && one.line().unitPrice().compareTo(rate) >= 0) {
                shares.add(new Share(piece, units.negate()));
                rest = rest.subtract(units);
                value = value.add(units.multiply(rate));
            }
        }
        return back(one, term, value, shares);
    }

    private static @Nullable BigDecimal rate(LineCase one, BillingTerm term, Work piece) {
        return one.contract()
                .term(term.basis(), term.unit(), piece.days().from())
                .map(BillingTerm::rate)
                .orElse(term.rate());
    }

    static LineMatch milestone(LineCase one, BillingTerm term, Work milestone) {
        BigDecimal billed = one.work().billed(milestone);
        boolean whole = billed.signum() > 0 && one.line().net().getAmount().compareTo(billed) >= 0;
        return back(
                one,
                term,
                whole ? billed : BigDecimal.ZERO,
                whole ? List.of(new Share(milestone, billed.negate())) : List.of());
    }

    private static LineMatch back(LineCase one, BillingTerm term, BigDecimal value, List<Share> shares) {
        BigDecimal approved =
                shares.stream().map(share -> share.work().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before =
                shares.stream().map(share -> one.work().billed(share.work())).reduce(BigDecimal.ZERO, BigDecimal::add);
        Basis basis = term.basis();
        return new LineMatch(
                one.line(),
                shares.isEmpty() ? Outcome.NOT_WANTED : Outcome.MATCHED,
                basis,
                term.unit(),
                approved,
                before,
                term.rate(),
                value,
                term.clause(),
                shares,
                Findings.NONE);
    }
}
