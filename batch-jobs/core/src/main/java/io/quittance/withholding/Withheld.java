package io.quittance.withholding;

import io.quittance.finding.FindingCode;
import java.util.List;

/** What became of the question what to withhold from a document. */
public sealed interface Withheld {

    /**
     * It is decided.
     *
     * @param parts what leaves a trace; empty where nothing is withheld and nothing reported
     * @param review what a person should look at although nothing stops the payment; empty text for nothing
     */
    record Decided(List<Part> parts, String review) implements Withheld {
        public Decided {
            parts = List.copyOf(parts);
        }
    }

    /**
     * It is not, so nothing is paid.
     *
     * @param code why
     * @param reason in words, with what to do
     */
    record Open(FindingCode code, String reason) implements Withheld {}
}
