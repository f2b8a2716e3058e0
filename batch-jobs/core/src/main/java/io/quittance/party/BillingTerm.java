package io.quittance.party;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says of how one kind of work is billed, in some time: a rate that changes has several terms, whose days do not
 * overlap.
 *
 * @param unit what is counted; null for milestones and expenses
 * @param rate the price of one unit in the currency of the contract; null for milestones and expenses
 * @param onRate by how much the price of a unit may exceed the rate
 * @param onQuantity by how many units a line may exceed what is approved and not billed yet
 * @param onAmount by how much a line's net amount may exceed the approved work at the agreed rate; where it is not stated, by
 *     what the two others allow
 * @param clause of the contract, as outcomes cite it
 */
public record BillingTerm(
        Basis basis,
        @Nullable WorkUnit unit,
        @Nullable BigDecimal rate,
        Tolerance onRate,
        Tolerance onQuantity,
        Tolerance onAmount,
        String clause,
        Validity validity) {

    public BillingTerm {
        boolean counted = basis == Basis.TIME || basis == Basis.FIXED;
        if (counted != (unit != null) || counted != (rate != null)) {
            throw new IllegalArgumentException(
                    basis + (counted ? " needs a unit and a rate" : " has no unit and no rate"));
        }
    }

    /** What the work is measured by. */
    public enum Basis {
        /** Units on approved time sheets. */
        TIME,
        /** A fee for each month, which needs no time sheet. */
        FIXED,
        /** The amounts of approved milestones. */
        MILESTONE,
        /** Outlays: lines that are no work are let through under this clause. */
        EXPENSES
    }
}
