package io.quittance.party;

import org.jspecify.annotations.Nullable;

/**
 * A number by which a state knows a party, or its date of birth: what Directive 2011/16/EU annex V section III B asks of sellers beside
 * their VAT id. It is told nowhere but where somebody asks for it, so its text is without it.
 *
 * @param party id of the contractor or entity
 * @param country that issued it; null for a date of birth
 * @param number as it was issued; an ISO 8601 date for {@link Kind#BIRTH}
 */
public record TaxNumber(String party, Kind kind, @Nullable String country, String number, Validity validity) {

    /** What it is. */
    public enum Kind {
        /** Tax identification number. */
        TIN,
        /** Of a business register. */
        REGISTRATION,
        /** Date of birth of an individual. */
        BIRTH
    }

    /** Without the number: it must not get into a log. */
    @Override
    public String toString() {
        return kind + " of " + party;
    }
}
