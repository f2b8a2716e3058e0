package io.quittance.report;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the database says a tie comes to, computed by its own query: the second opinion beside the sheets.
 *
 * @param currency null where the tie counts documents
 */
public record DatabaseFigure(
        TieRule rule, String entity, @Nullable CurrencyUnit currency, BigDecimal value) {}
