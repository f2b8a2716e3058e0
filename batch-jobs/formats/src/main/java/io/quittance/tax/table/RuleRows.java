package io.quittance.tax.table;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.table.Row;
import io.quittance.tax.Confidence;
import io.quittance.tax.Relation;
import io.quittance.tax.Treatment;
import io.quittance.tax.TreatmentRule;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.tax.TreatmentRule.Match;
import io.quittance.tax.TreatmentRule.Outcome;
import io.quittance.tax.TreatmentRule.Recovery;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows of {@code treatment-rules.csv}. A cell may hold several values, separated by blanks, or {@code *} for all. */
final class RuleRows {

    static final List<String> COLUMNS = List.of(
            "id",
            "payer_groups",
            "relation",
            "service",
            "standing",
            "category",
            "charge",
            "recovery",
            "outcome",
            "ids",
            "expected",
            "basis",
            "valid_from",
            "valid_to",
            "source",
            "confidence");

    private RuleRows() {}

    static TreatmentRule rule(Row row) {
        Outcome outcome = outcome(row);
        String expected = row.optional("expected");
        if (expected == null && outcome instanceof Outcome.Refuse) {
            throw row.wrong("expected", "a row that refuses must say what was expected");
        }
        return new TreatmentRule(
                row.text("id"),
                match(row),
                outcome,
                row.oneOf(IdsNeeded.class, "ids"),
                expected == null ? "" : expected,
                row.text("basis"),
                TaxTableFiles.validity(row, row.date("valid_from")),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static Match match(Row row) {
        row.text("payer_groups");
        return new Match(
                Set.copyOf(row.words("payer_groups")),
                row.someOf(Relation.class, "relation"),
                row.someOf(ServiceKind.class, "service"),
                row.someOf(VatStanding.class, "standing"),
                row.someOf(VatCategory.class, "category"),
                row.someOf(Charge.class, "charge"),
                row.someOf(Recovery.class, "recovery"));
    }

    /** A treatment by its name, or a finding code of the tax group by its id. */
    private static Outcome outcome(Row row) {
        String text = row.text("outcome");
        if (!text.startsWith("Q7")) {
            return new Outcome.Treat(row.oneOf(Treatment.class, "outcome"));
        }
        return Arrays.stream(FindingCode.values())
                .filter(code -> code.id().equals(text))
                .findFirst()
                .map(Outcome.Refuse::new)
                .orElseThrow(() -> row.wrong("outcome", "\"%s\" is no finding code".formatted(text)));
    }
}
