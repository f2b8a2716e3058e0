package io.quittance.withholding;

import io.quittance.money.Rounding;
import java.math.BigDecimal;

/**
 * How much of what.
 *
 * @param ratePercent of the base
 * @param surchargePercent of the tax, on top of it (India's cess of 4 %, Germany's solidarity surcharge of 5.5 %); 0 for none
 * @param rounding to the minor unit of the tax currency
 */
public record Levy(Base base, BigDecimal ratePercent, BigDecimal surchargePercent, Rounding rounding) {

    private static final int PERCENT = 2;

    /** What is taxed. */
    public enum Base {
        /** The fee without VAT. */
        NET,
        /** The fee with the VAT charged on it. */
        GROSS,
        /** The fee without VAT and without the cost of materials. */
        LABOUR,
        /** The fee without VAT where VAT is charged on it, else nothing (agents who withhold VAT). */
        TAXABLE,
        /** The VAT charged. */
        VAT
    }

    /** Rate and surcharge in one, in per cent: 20 and 4 are 20.8. */
    BigDecimal effectivePercent() {
        return ratePercent
                .add(ratePercent.multiply(surchargePercent).movePointLeft(PERCENT))
                .stripTrailingZeros();
    }
}
