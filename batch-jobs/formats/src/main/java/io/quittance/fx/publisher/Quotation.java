package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import java.math.BigDecimal;

/**
 * One quotation as it was published.
 *
 * @param code of the foreign currency
 * @param units how many of it the value is for, as written
 * @param days when it may be used
 */
record Quotation(String code, String units, BigDecimal value, Days days, Place place) {

    /** For one unit. */
    static Quotation ofOne(String code, BigDecimal value, Days days, Place place) {
        return new Quotation(code, "1", value, days, place);
    }
}
