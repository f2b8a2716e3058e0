package io.quittance.party;

/**
 * What a VAT or GST number was found to be.
 *
 * @param valid whether it has the form of its country and its check digits fit; no register was asked
 * @param normalised as it is compared and stored; as far as it could be brought into form when it is not valid
 * @param reason why it is not valid, in words; empty when it is
 */
public record VatIdCheck(boolean valid, String normalised, String reason) {}
