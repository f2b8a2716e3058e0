package io.quittance.invoice;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * VAT of one category and rate (BG-23).
 *
 * @param category BT-118
 * @param rate BT-119 in per cent; null where the category knows no rate
 * @param base BT-116
 * @param tax BT-117
 */
public record VatBreakdown(VatCategory category, @Nullable BigDecimal rate, Money base, Money tax) {

    /** What it is the VAT of. */
    public VatGroup vatGroup() {
        return VatGroup.of(category, rate);
    }
}
