package io.quittance.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * One line of the VAT ledger, in the currency of the return. Signed: a credit note's amounts are negative.
 *
 * @param id UUID v5 of the invoice and the line's position
 * @param journal the journal whose postings on VAT accounts it explains
 * @param period the month of the return it belongs to, as its first day
 * @param treatmentRule the id of the row of {@code config/tax/treatment-rules.csv} that decided the treatment
 */
public record VatEntry(
        UUID id,
        UUID invoice,
        UUID journal,
        int position,
        String entity,
        String jurisdiction,
        Treatment treatment,
        LocalDate taxPoint,
        LocalDate period,
        BigDecimal rate,
        String rateRow,
        String treatmentRule,
        Money base,
        Money outputTax,
        Money inputTax,
        Money nonRecoverable) {}
