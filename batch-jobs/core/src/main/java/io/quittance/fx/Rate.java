package io.quittance.fx;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * One published rate.
 *
 * @param source who published it, e.g. {@code ECB}, {@code HMRC}, {@code PEG}
 * @param base one unit of this currency ...
 * @param quote ... is worth {@code value} units of this one
 * @param from first day the rate may be used, inclusive
 * @param to last day of its period, inclusive; equal to {@code from} for a daily rate
 */
public record Rate(
        String source, CurrencyUnit base, CurrencyUnit quote, LocalDate from, LocalDate to, BigDecimal value) {

    /** The source of fixed parities: one for all of them, so that a policy can fall back on it. */
    public static final String PEG = "PEG";

    /** The last day of a rate that holds until somebody says otherwise, as a peg does. */
    public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("A rate is positive, not " + value.toPlainString());
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The period of a rate ends on " + to + " before it begins on " + from);
        }
        if (base.equals(quote)) {
            throw new IllegalArgumentException("A rate is between two currencies, not " + base + " and itself");
        }
    }

    /** A rate of one day. */
    public static Rate daily(String source, CurrencyUnit base, CurrencyUnit quote, LocalDate on, BigDecimal value) {
        return new Rate(source, base, quote, on, on, value);
    }

    /** As people write it: {@code ECB EUR/USD}. */
    public String pair() {
        return source + " " + base + "/" + quote;
    }
}
