package io.quittance.payment.text;

import org.jspecify.annotations.Nullable;

/** The rule of references: {@code MsgId, PmtInfId, InstrId, EndToEndId}. */
public final class References {

    /** {@code Max35Text}. */
    private static final int MAX_LENGTH = 35;

    private References() {}

    /**
     * What is wrong with a reference, null when nothing is. 1 to 35 characters of the EPC Latin set; no slash at either end,
     * no two slashes in a row, no blank at either end (EPC230-15, section 1; the schemas accept all of these).
     */
    public static @Nullable String problem(String reference) {
        if (reference.isEmpty() || reference.length() > MAX_LENGTH) {
            return "has " + reference.length() + " characters, allowed are 1 to " + MAX_LENGTH;
        }
        if (!CharacterSet.EPC_LATIN.hasAll(reference)) {
            return "has a character outside the EPC Latin set, and identifiers are never transliterated";
        }
        if (reference.startsWith("/") || reference.endsWith("/") || reference.contains("//")) {
            return "starts or ends with a slash or has two in a row";
        }
        return reference.startsWith(" ") || reference.endsWith(" ") ? "starts or ends with a blank" : null;
    }
}
