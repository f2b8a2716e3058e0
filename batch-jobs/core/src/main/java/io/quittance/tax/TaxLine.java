package io.quittance.tax;

import io.quittance.invoice.VatCategory;
import io.quittance.money.Rounding;
import io.quittance.tax.TreatmentRule.BaseShare;
import io.quittance.tax.VatRate.Component;
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
 * @param components the taxes that the rate consists of, as its row names them; empty where it is one
 * @param base what the document claims as taxable
 * @param share the part of it that bears the payer's own tax
 * @param charged VAT that the supplier charges and is paid
 * @param selfAssessed VAT that the payer owes itself
 * @param recoverable the part of {@code charged + selfAssessed} that may be deducted
 */
public record TaxLine(
        VatCategory category,
        BigDecimal rate,
        String rateRow,
        String treatmentRule,
        List<Component> components,
        Money base,
        BaseShare share,
        Money charged,
        Money selfAssessed,
        Money recoverable) {

    public TaxLine {
        components = List.copyOf(components);
    }

    /** A line that no row of the rules decided. */
    public TaxLine(
            VatCategory category,
            BigDecimal rate,
            String rateRow,
            Money base,
            Money charged,
            Money selfAssessed,
            Money recoverable) {
        this(category, rate, rateRow, "none", List.of(), base, BaseShare.WHOLE, charged, selfAssessed, recoverable);
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
        Money own = selfAssessed.isZero() ? selfAssessed : rounding.tax(taxed(base, recovery), List.of(), rate);
        int deductible = share == BaseShare.WHOLE ? proportion : 0;
        Money part = Rounding.HALF_UP.percent(charged.plus(selfAssessed), BigDecimal.valueOf(deductible));
        Money deducted = part.isZero() ? part : recovery.of(charged.plus(own));
        return new TaxLine(category, rate, rateRow, treatmentRule, components, base, share, charged, own, deducted);
    }

    /** Of an amount of the base, in any currency, the part that belongs into the return. */
    public Money taxed(Money amount, Recovery recovery) {
        return switch (share) {
            case WHOLE -> amount;
            case NON_DEDUCTIBLE -> recovery.restOf(amount);
        };
    }
}
