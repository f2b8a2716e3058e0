package io.quittance.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * One conversion, for the sheet FX.
 *
 * @param purpose {@code BOOKING}, {@code VAT} or {@code PAYMENT}
 * @param rate units of the target per unit of the source
 * @param rateDate the day of the oldest published rate in it
 * @param ageDays how old that was on the day it was wanted for
 * @param path the published rates that were multiplied or divided, e.g. {@code ECB EUR/USD 1.0512 2026-11-23}
 */
public record FxRow(
        String invoice,
        String entity,
        String purpose,
        Money from,
        BigDecimal rate,
        Money to,
        LocalDate rateDate,
        long ageDays,
        String path,
        String journal) {}
