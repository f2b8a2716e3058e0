package io.quittance.invoice;

import org.jspecify.annotations.Nullable;

/**
 * The account that a document asks to be paid to (BG-17), not yet believed.
 *
 * @param number BT-84 as written
 * @param bic BT-86 as written
 */
public record StatedAccount(String number, @Nullable String bic) {

    private static final int SHOWN = 4;

    /** What may be shown in logs and messages: the last four characters. */
    public String masked() {
        return "…" + number.substring(Math.max(0, number.length() - SHOWN));
    }

    @Override
    public String toString() {
        return masked();
    }
}
