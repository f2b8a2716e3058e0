package io.quittance.party;

import org.jspecify.annotations.Nullable;

/**
 * What a register of taxable persons is asked.
 *
 * @param requester our own VAT id, in its normal form; null to ask in nobody's name
 * @param territory of the number: ISO country, or XI
 * @param number in its normal form
 * @param name of the holder, to be compared; null to leave that out
 * @param address of the holder, to be compared; null to leave that out
 */
public record RegistryQuestion(
        @Nullable String requester,
        String territory,
        String number,
        @Nullable String name,
        @Nullable Address address) {}
