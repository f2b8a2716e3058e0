package io.quittance.fx;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A currency that is no more, a row of {@code config/fx/withdrawn-currencies.csv}.
 *
 * @param code its ISO 4217 code; text, since old codes may be unknown to the currency register
 * @param lastDay the last day on which an amount may be in it
 * @param successor code of the currency that took its place
 * @param unitsPerSuccessor how many of it made one unit of the successor
 * @param source where these facts were read
 */
public record WithdrawnCurrency(
        String code, LocalDate lastDay, String successor, BigDecimal unitsPerSuccessor, String source) {}
