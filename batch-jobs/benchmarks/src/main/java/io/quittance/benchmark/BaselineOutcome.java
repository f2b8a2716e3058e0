package io.quittance.benchmark;

import io.quittance.assessment.Assessment;
import io.quittance.finding.Findings;
import io.quittance.ledger.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written about one document.
 *
 * @param assessment null when it was refused
 * @param refusal why, empty when it was assessed
 */
record BaselineOutcome(
        BaselineDocument document, @Nullable Assessment assessment, List<Journal> journals, Findings refusal) {

    List<Assessment> assessed() {
        return assessment == null ? List.of() : List.of(assessment);
    }
}
