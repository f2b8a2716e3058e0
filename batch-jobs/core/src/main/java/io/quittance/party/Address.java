package io.quittance.party;

import org.jspecify.annotations.Nullable;

/**
 * A postal address, structured from the start: since November 2026 banks take no unstructured one.
 * Lengths are those of {@code PostalAddress24} in pain.001.001.09.
 *
 * @param street street name, at most 70 characters
 * @param building building number, at most 16
 * @param postCode at most 16
 * @param town at most 35
 * @param subdivision state or province, at most 35
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        @Nullable String street,
        @Nullable String building,
        @Nullable String postCode,
        @Nullable String town,
        @Nullable String subdivision,
        String country) {

    /** Whether it has what every rail asks for: town and country (EPC, CBPR+, since 2026-11-15). */
    public boolean isComplete() {
        return town != null && !town.isBlank() && country.length() == 2;
    }
}
