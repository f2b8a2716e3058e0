package io.quittance.invoice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A VAT category with its rate: what lines are summed by (EN 16931 BG-23).
 *
 * @param rate in per cent, without trailing zeros; 0 where the category knows no rate
 */
public record VatGroup(VatCategory category, BigDecimal rate) {

    /** The group of a stated rate: 21, 21.0 and 21.00 are one, and no rate is one with 0. */
    public static VatGroup of(VatCategory category, @Nullable BigDecimal rate) {
        return new VatGroup(category, rate == null ? BigDecimal.ZERO : rate.stripTrailingZeros());
    }

    /** {@code S 21 %}. */
    @Override
    public String toString() {
        return category + " " + rate.toPlainString() + " %";
    }
}
