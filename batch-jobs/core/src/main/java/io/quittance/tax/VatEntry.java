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
 * @param period the month of the return it goes into, as its first day
 * @param filing its boxes, and the month that it would have belonged to if that is another one
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
        Money base,
        Money outputTax,
        Money inputTax,
        Money nonRecoverable,
        Filing filing) {

    /** One whose boxes nobody asks about. */
    public VatEntry(
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
            Money base,
            Money outputTax,
            Money inputTax,
            Money nonRecoverable) {
        this(
                id,
                invoice,
                journal,
                position,
                entity,
                jurisdiction,
                treatment,
                taxPoint,
                period,
                rate,
                rateRow,
                base,
                outputTax,
                inputTax,
                nonRecoverable,
                Filing.unsourced(period));
    }
}
