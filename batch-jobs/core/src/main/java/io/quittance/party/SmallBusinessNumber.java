package io.quittance.party;

/**
 * The cross-border small-business scheme in one Member State (Directive 2006/112 art. 284, since 2025-01-01): the exemption holds there
 * from the day on which the number was confirmed for that state, and only there.
 *
 * @param number the individual identification number with the suffix {@code EX}, given by the contractor's own state
 * @param country the Member State in which the exemption is used, by its ISO code
 * @param validity the days for which it was confirmed
 */
public record SmallBusinessNumber(String number, String country, Validity validity) {

    private static final String SUFFIX = "EX";

    public SmallBusinessNumber {
        if (!number.endsWith(SUFFIX)) {
            throw new IllegalArgumentException(number + " does not end in " + SUFFIX);
        }
    }
}
