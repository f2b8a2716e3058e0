package io.quittance.invoice.en16931;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the official artefacts: XPath rounds a half up, towards the positive, to two decimals whatever the currency. */
final class Figures {

    private static final int DECIMALS = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Figures() {}

    /** {@code round(x * 100) div 100} of XPath: -0.125 becomes -0.12. */
    static BigDecimal cents(BigDecimal amount) {
        return round(amount.movePointRight(DECIMALS)).movePointLeft(DECIMALS);
    }

    /** {@code round(x)} of XPath. */
    static BigDecimal round(BigDecimal amount) {
        return amount.add(HALF).setScale(0, RoundingMode.FLOOR);
    }

    /** The tax on a base, without its sign, to two decimals. */
    static BigDecimal tax(BigDecimal base, BigDecimal rate) {
        return cents(base.abs().multiply(rate).movePointLeft(DECIMALS));
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    /** Whether they are less than one unit apart. */
    static boolean withinAUnit(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(BigDecimal.ONE) < 0;
    }

    static boolean isZero(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() == 0;
    }

    static String text(BigDecimal amount) {
        return amount.toPlainString();
    }

    static @Nullable String textIfAny(@Nullable BigDecimal amount) {
        return amount == null ? null : text(amount);
    }
}
