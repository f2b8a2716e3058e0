package io.quittance.tax;

import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A rate, a row of {@code config/tax/rates.csv}.
 *
 * @param id of the row; a tax line keeps it
 * @param country the VAT area
 * @param percent 21 is 21 %
 */
public record VatRate(
        String id,
        String country,
        RateClass rateClass,
        BigDecimal percent,
        Validity validity,
        String source,
        Confidence confidence) {

    /** What a country calls its rates, in the order in which an equal percentage is looked up. */
    public enum RateClass {
        STANDARD,
        INTERMEDIATE,
        REDUCED,
        SECOND_REDUCED,
        SUPER_REDUCED,
        PARKING
    }

    /** As people write it: {@code 21 % standard}. */
    String written() {
        return percent.toPlainString() + " % " + rateClass.name().toLowerCase(Locale.ROOT);
    }
}
