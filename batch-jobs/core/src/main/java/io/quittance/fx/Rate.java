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
        String source, CurrencyUnit base, CurrencyUnit quote, LocalDate from, LocalDate to, BigDecimal value) {}
