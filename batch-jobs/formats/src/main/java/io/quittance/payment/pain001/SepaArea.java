package io.quittance.payment.pain001;

import java.util.Set;

/** The countries of the SEPA schemes by the first two letters of an IBAN. Territories bear their parent's letters. */
final class SepaArea {

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
            "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Set<String> BEYOND =
            Set.of("AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA");

    private SepaArea() {}

    static boolean covers(String country) {
        return EEA.contains(country) || BEYOND.contains(country);
    }

    /** Whether a bank there must be told the parties' addresses: SEPA beyond the European Economic Area. */
    static boolean needsAddress(String country) {
        return !EEA.contains(country);
    }
}
