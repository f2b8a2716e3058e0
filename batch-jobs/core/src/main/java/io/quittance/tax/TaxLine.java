package io.quittance.tax;

import io.quittance.invoice.VatCategory;
import io.quittance.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;

/**
 * VAT of one category and rate, in the currency of the document; the VAT ledger converts it with the VAT purpose's rate.
 *
 * @param category as the document claims it
 * @param rate in per cent: the claimed one for domestic VAT, the payer's own for self-assessed VAT, 0 otherwise
 * @param rateRow where the rate comes from: the id of its row in {@code config/tax/rates.csv}, or {@code none}
 * @param treatmentRule the id of the row of {@code config/tax/treatment-rules.csv} that decided the treatment, or {@code none}
 * @param base taxable amount
 * @param charged VAT that the supplier charges and is paid
 * @param selfAssessed VAT that the payer owes itself
 * @param recoverable the part of {@code charged + selfAssessed} that may be deducted
 */
public record TaxLine(
        VatCategory category,
        BigDecimal rate,
        String rateRow,
        String treatmentRule,
        Money base,
        Money charged,
        Money selfAssessed,
        Money recoverable) {

    /** A line that no row of the rules decided. */
    public TaxLine(
            VatCategory category,
            BigDecimal rate,
            String rateRow,
            Money base,
            Money charged,
            Money selfAssessed,
            Money recoverable) {
        this(category, rate, rateRow, "none", base, charged, selfAssessed, recoverable);
    }

    /** The part of the tax that is a cost. */
    public Money nonRecoverable() {
        return charged.plus(selfAssessed).minus(recoverable);
    }

    /**
     * The same by the payer's own rounding and by what may be deducted. Of a tax whose share is less than half a minor unit nothing is.
     *
     * @param proportion how much the payer deducts at all, in per cent, when the tax arises
     */
    TaxLine reckoned(RoundingPolicy rounding, Recovery recovery, int proportion) {
        Money own = selfAssessed.isZero() ? selfAssessed : rounding.tax(base, List.of(), rate);
        Money share = Rounding.HALF_UP.percent(charged.plus(selfAssessed), BigDecimal.valueOf(proportion));
        Money deducted = share.isZero() ? share : recovery.of(charged.plus(own));
        return new TaxLine(category, rate, rateRow, treatmentRule, base, charged, own, deducted);
    }
}
