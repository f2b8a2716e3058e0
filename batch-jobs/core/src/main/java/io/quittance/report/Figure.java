package io.quittance.report;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Formula;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a formula together with what it comes to, exactly: one cannot be had without the other.
 *
 * @param a1 in English with commas
 * @param atomic whether it can stand after a minus sign without brackets
 */
record Figure(String a1, BigDecimal value, boolean atomic) {

    /** What a cell or a function call comes to. */
    static Figure of(String a1, BigDecimal value) {
        return new Figure(a1, value, true);
    }

    /** What stands in a cell. */
    static Figure cell(String reference, Cell cell) {
        return of(reference, cell.number());
    }

    static Figure zero() {
        return of("0", BigDecimal.ZERO);
    }

    Figure plus(Figure other) {
        return new Figure(a1 + "+" + other.a1, value.add(other.value), false);
    }

    Figure minus(Figure other) {
        String subtrahend = other.atomic ? other.a1 : "(" + other.a1 + ")";
        return new Figure(a1 + "-" + subtrahend, value.subtract(other.value), false);
    }

    /**
     * Takes away what binary numbers add to a sum of decimal amounts; exact figures stay as they are.
     *
     * @throws IllegalArgumentException when the exact value is finer than the scale: then it would be a real rounding
     */
    Figure cleaned(int scale) {
        if (value.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException(a1 + " comes to " + value + ": more than " + scale + " decimals");
        }
        return of("ROUND(" + a1 + "," + scale + ")", value);
    }

    /** The formula cell: an amount where there is a currency, else a count. */
    Formula in(@Nullable CurrencyUnit currency) {
        return new Formula(
                a1, currency == null ? new Count(value.longValueExact()) : new Amount(Money.of(currency, value)));
    }

    /** Decimals that differences in this currency are looked at with; none for counts. */
    static int scale(@Nullable CurrencyUnit currency) {
        return currency == null ? 0 : currency.getDecimalPlaces();
    }
}
