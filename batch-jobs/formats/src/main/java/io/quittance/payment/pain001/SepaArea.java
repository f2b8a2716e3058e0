package io.quittance.payment.pain001;

import java.util.Set;

/** The European Economic Area by the first two letters of an IBAN. What SEPA covers beyond it, {@code Iban.isSepa} knows. */
final class SepaArea {

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private SepaArea() {}

    /** Whether a bank there must be told the parties' addresses. */
    static boolean needsAddress(String country) {
        return !EEA.contains(country);
    }
}
