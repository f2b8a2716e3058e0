package io.quittance.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * One line of the VAT ledger, in the currency of the return. Signed: a credit note's amounts are negative.
 *
 * @param id UUID v5 of the invoice and the line's position
 * @param journal the journal whose postings on VAT accounts it explains
 * @param period the month of the return it goes into, as its first day
 * @param treatmentRule the id of the row of {@code config/tax/treatment-rules.csv} that decided the treatment
 * @param reckoning how its amounts came about. Always {@code input + waiting + not recoverable + rounding = charged + output +
 *     included}
 * @param filing its boxes, and the month that it would have belonged to if that is another one
 * @param parts the taxes it consists of, where the law has several under one rate; their amounts add up to the entry's
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
        Money nonRecoverable,
        Reckoning reckoning,
        Filing filing,
        List<Part> parts) {

    public VatEntry {
        parts = List.copyOf(parts);
    }

    /** An entry of which nothing more is to say, and whose boxes nobody asks about. */
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
            String treatmentRule,
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
                treatmentRule,
                base,
                outputTax,
                inputTax,
                nonRecoverable,
                Reckoning.plain(inputTax.plus(nonRecoverable).minus(outputTax)),
                Filing.unsourced(period),
                List.of());
    }

    /**
     * One of several taxes of an entry, signed like it.
     *
     * @param tax its name as the row of the rate has it: {@code QST}
     * @param percent of the base
     */
    public record Part(
            String tax, BigDecimal percent, Money outputTax, Money inputTax, Money waiting, Money nonRecoverable) {}

    /**
     * How the amounts of an entry came about, signed like them.
     *
     * @param charged what the supplier charges and is paid
     * @param own what it is by our own rounding
     * @param rounding the part of {@code charged} that is more than ours: paid, not deducted, a rounding difference in the books
     * @param waiting what may be deducted once the document is paid
     * @param included tax that the price is taken to contain although the invoice shows none
     * @param rows the rows of the policies that were used
     */
    public record Reckoning(Money charged, Money own, Money rounding, Money waiting, Money included, Rows rows) {

        /** Of tax about which no policy says anything. */
        static Reckoning plain(Money charged) {
            Money none = Money.zero(charged.getCurrencyUnit());
            return new Reckoning(charged, charged, none, none, none, Rows.NONE);
        }

        /** With every sign turned, or as it is. */
        public Reckoning signed(int sign) {
            return new Reckoning(
                    charged.multipliedBy(sign),
                    own.multipliedBy(sign),
                    rounding.multipliedBy(sign),
                    waiting.multipliedBy(sign),
                    included.multipliedBy(sign),
                    rows);
        }
    }

    /** Ids of rows of {@code config/tax}; {@code none} where none was used. */
    public record Rows(String taxPoint, String rounding, String recovery) {

        static final Rows NONE = new Rows("none", "none", "none");

        /** Those of a ruling. */
        public static Rows of(Ruling ruling) {
            return new Rows(
                    ruling.point().row(),
                    ruling.rounding().id(),
                    ruling.recovery().row());
        }
    }
}
