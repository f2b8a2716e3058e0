package io.quittance.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How a figure becomes an amount of minor units. Always named by the caller: there is no default rounding, since laws
 * differ (EN 16931 half up; New Zealand s 19O half down; the United Kingdom, Notice 700 17.5, lets invoices round down).
 */
public enum Rounding {
    /** To the nearest minor unit, a tie away from zero: 0.005 becomes 0.01 and -0.005 becomes -0.01. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest minor unit, a tie towards zero. */
    HALF_DOWN(RoundingMode.HALF_DOWN),
    /** To the nearest minor unit, a tie to the even one. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Towards zero. */
    DOWN(RoundingMode.DOWN),
    /** Away from zero. */
    UP(RoundingMode.UP);

    private static final int PERCENT = 2;

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The amount, rounded once to the minor unit of its currency. */
    public Money apply(BigMoney unrounded) {
        return unrounded.toMoney(mode);
    }

    /** The figure as an amount of the currency. */
    public Money amount(CurrencyUnit currency, BigDecimal figure) {
        return Money.of(currency, figure, mode);
    }

    /** Amount x factor, rounded once. */
    public Money multiply(Money amount, BigDecimal factor) {
        return amount(amount.getCurrencyUnit(), amount.getAmount().multiply(factor));
    }

    /** Quantity x price, rounded once. */
    public Money product(CurrencyUnit currency, BigDecimal quantity, BigDecimal price) {
        return amount(currency, quantity.multiply(price));
    }

    /** So many per cent of the base, rounded once: 19 % of 10.05 is 1.91. */
    public Money percent(Money base, BigDecimal ratePercent) {
        return multiply(base, ratePercent.movePointLeft(PERCENT));
    }

    /** A quotient with so many decimals: for prices and shares; amounts are split by {@link Allocation}. */
    public BigDecimal quotient(BigDecimal dividend, BigDecimal divisor, int decimals) {
        return dividend.divide(divisor, decimals, mode);
    }
}
