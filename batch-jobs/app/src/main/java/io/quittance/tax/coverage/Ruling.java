package io.quittance.tax.coverage;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules said to a combination.
 *
 * @param outcome a treatment, or the code of the finding that holds or refuses
 * @param answer what kind of answer it is
 * @param rule id of the row that spoke, blank where none did
 */
record Ruling(String outcome, Answer answer, String rule) {

    /** Kinds of answers. */
    enum Answer {
        /** A treatment. */
        DECIDED("decided"),
        /** However it is written, the invoice is wrong: it goes back. */
        REFUSED("refused: no invoice can be right"),
        /** A fact is missing that the register or the contract can tell. */
        ASKS("held: asks for a fact"),
        /** The tables have no rule, or no rate. */
        NO_RULE("held: no rule");

        private final String written;

        Answer(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }

        /** Of a document that was not accepted. */
        static Answer of(Findings findings, boolean byRow) {
            Set<FindingCode> codes = findings.stream()
                    .map(Finding::code)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
            if (codes.contains(FindingCode.TREATMENT_UNSUPPORTED)
                    || codes.contains(FindingCode.VAT_RATE_NOT_IN_FORCE)
                    || (codes.contains(FindingCode.TREATMENT_UNKNOWN) && !byRow)) {
                return NO_RULE;
            }
            return findings.has(Severity.REJECT) || codes.contains(FindingCode.VAT_CATEGORY_CONTRADICTS)
                    ? REFUSED
                    : ASKS;
        }
    }

    boolean isDecided() {
        return answer == Answer.DECIDED;
    }

    /** {@code EU_SERVICE_RC (TR-051)}. */
    String written() {
        return rule.isEmpty() ? outcome : outcome + " (" + rule + ")";
    }
}
