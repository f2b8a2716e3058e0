package io.quittance.engagement;

import java.math.BigDecimal;

/**
 * How much of a piece of approved work a line bills.
 *
 * @param units in the unit of the work; negative where a credit note gives it back
 */
public record Share(Work work, BigDecimal units) {}
