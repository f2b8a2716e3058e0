package io.quittance.invoice;

import org.jspecify.annotations.Nullable;

/**
 * The account that a document asks to be paid to (BG-17), not yet believed.
 *
 * @param number BT-84 as written
 * @param bic BT-86 as written
 */
public record StatedAccount(String number, @Nullable String bic) {}
