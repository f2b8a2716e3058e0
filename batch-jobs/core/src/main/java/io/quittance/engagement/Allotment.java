package io.quittance.engagement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what a line bills is covered by approved work, the oldest first.
 *
 * @param approved all that was approved of the pieces
 * @param before how much of it was billed before
 * @param covered the part of the line that the shares come to
 */
record Allotment(List<Share> shares, BigDecimal approved, BigDecimal before, BigDecimal covered) {

    static Allotment of(List<Work> pieces, BigDecimal quantity, ApprovedWork work) {
        var shares = new ArrayList<Share>();
        BigDecimal approved = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal rest = quantity;
        for (Work piece : pieces) {
            approved = approved.add(piece.quantity());
            before = before.add(work.billed(piece));
            BigDecimal units = work.open(piece).min(rest);
            if (units.signum() > 0) {
                shares.add(new Share(piece, units));
                rest = rest.subtract(units);
            }
        }
        return new Allotment(List.copyOf(shares), approved, before, quantity.subtract(rest));
    }

    /** What may still be billed; never below zero. */
    BigDecimal open() {
        return approved.subtract(before).max(BigDecimal.ZERO);
    }
}
