package io.quittance.tax;

import java.util.Set;

/**
 * The VAT areas that a row of a policy is for, by their codes.
 *
 * @param codes {@code *} among them stands for every area
 */
public record Jurisdictions(Set<String> codes) {

    /** What stands for every area. */
    public static final String ALL = "*";

    public Jurisdictions {
        codes = Set.copyOf(codes);
    }

    /** Every area. */
    public static Jurisdictions all() {
        return new Jurisdictions(Set.of(ALL));
    }

    boolean has(String code) {
        return codes.contains(code) || codes.contains(ALL);
    }
}
