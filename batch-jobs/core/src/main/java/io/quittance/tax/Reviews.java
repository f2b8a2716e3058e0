package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;

/** Rows that their source does not make certain: what they decided stands, and a person is asked to look at it. */
final class Reviews {

    private Reviews() {}

    static void of(TreatmentRule rule, Case given, WorkingPaper paper) {
        review("rule", rule, rule.confidence(), paper);
        review("territory", given.here(), given.here().confidence(), paper);
        review("territory", given.there(), given.there().confidence(), paper);
    }

    private static void review(String table, DatedRow row, Confidence confidence, WorkingPaper paper) {
        if (confidence != Confidence.HIGH) {
            paper.findOnce(Finding.of(
                    FindingCode.TAX_ROW_UNCERTAIN,
                    paper.place("BG-23"),
                    row.id(),
                    "a row of confidence high",
                    "%s row %s is of %s confidence".formatted(table, row.id(), confidence)));
        }
    }
}
