package io.quittance.vat;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a form rounds a figure.
 *
 * @param unit what it is a whole multiple of: 1 for whole euros, 0.01 for cents, 1000 for thousands
 */
public record BoxRounding(BigDecimal unit, Mode mode) {

    /** Which way. */
    public enum Mode {
        /** To the nearest unit, a half away from zero. */
        HALF_UP,
        /** What is less than a unit is cut off. */
        DOWN,
        /** In the favour of whoever files: what is owed down, what is deducted up. */
        FAVOUR
    }

    private static final BigDecimal HALF = new BigDecimal("0.5");

    BigDecimal apply(BigDecimal figure, boolean deducted) {
        RoundingMode rounding = switch (mode) {
            case HALF_UP -> RoundingMode.HALF_UP;
            case DOWN -> RoundingMode.DOWN;
            case FAVOUR -> deducted ? RoundingMode.CEILING : RoundingMode.FLOOR;
        };
        return figure.divide(unit, 0, rounding).multiply(unit);
    }

    /** How far apart figure and rounded figure can be at most. */
    BigDecimal bound() {
        return mode == Mode.HALF_UP ? unit.multiply(HALF) : unit;
    }
}
