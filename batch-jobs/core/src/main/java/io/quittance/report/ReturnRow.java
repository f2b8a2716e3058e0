package io.quittance.report;

import io.quittance.vat.ReturnLine;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a closed VAT return, for the sheet Returns.
 *
 * @param reference of the return: {@code NL-BV/NL/2026-10}
 * @param form its name, null when none is sourced
 * @param figure as it was frozen
 * @param rounding what closing posted for the whole return; given with its line {@code net}, null with every other
 */
public record ReturnRow(
        String reference,
        String entity,
        @Nullable String form,
        CurrencyUnit currency,
        ReturnLine figure,
        @Nullable BigDecimal rounding) {

    Money money(BigDecimal amount) {
        return Money.of(currency, amount);
    }
}
