package io.quittance.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Plain decimals as files write them: ASCII digits, a decimal point, a leading minus. Everything else is refused rather
 * than understood, since {@code 1,234}, {@code 1e3} and {@code １２} mean different sums to different readers.
 */
public final class Decimals {

    /** Digits before the point, as {@code numeric(38,12)} and ISO 20022 amounts can carry them. */
    public static final int MAX_INTEGER_DIGITS = 18;

    /** Digits after the point. */
    public static final int MAX_DECIMALS = 12;

    private static final Pattern PLAIN =
            Pattern.compile("-?[0-9]{1," + MAX_INTEGER_DIGITS + "}(?:\\.[0-9]{1," + MAX_DECIMALS + "})?");

    private Decimals() {}

    /** The number that stands there; empty when it is not written as a plain decimal. */
    public static Optional<BigDecimal> parse(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /**
     * The figure as an amount of the currency without any rounding; empty when it has more decimals than the currency
     * (trailing zeros do not count), or more minor units than a 64-bit number holds.
     */
    public static Optional<Money> exactly(CurrencyUnit currency, BigDecimal figure) {
        BigDecimal minor = figure.movePointRight(currency.getDecimalPlaces()).stripTrailingZeros();
        if (minor.scale() > 0 || minor.toBigInteger().bitLength() >= Long.SIZE) {
            return Optional.empty();
        }
        return Optional.of(Money.ofMinor(currency, minor.longValueExact()));
    }
}
