package io.quittance.party;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * By how much more may be billed than was agreed. Where both bounds are stated the narrower one holds; where none is, nothing
 * is tolerated.
 *
 * @param percent of what was agreed, null when not stated
 * @param absolute in the unit of what is compared, null when not stated
 */
public record Tolerance(
        @Nullable BigDecimal percent, @Nullable BigDecimal absolute) {

    /** Nothing is tolerated. */
    public static final Tolerance NONE = new Tolerance(null, null);

    /** Whether the contract says anything. */
    public boolean isStated() {
        return percent != null || absolute != null;
    }

    /**
     * The most by which what was agreed may be exceeded, exactly.
     *
     * @param count how often the absolute bound counts: the units, where it is one of a unit's price; else one
     */
    public BigDecimal allowed(BigDecimal agreed, BigDecimal count) {
        BigDecimal relative = percent == null ? null : agreed.multiply(percent).movePointLeft(2);
        BigDecimal fixed = absolute == null ? null : absolute.multiply(count);
        if (relative == null) {
            return fixed == null ? BigDecimal.ZERO : fixed;
        }
        return fixed == null ? relative : relative.min(fixed);
    }
}
