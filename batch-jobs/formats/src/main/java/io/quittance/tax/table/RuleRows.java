package io.quittance.tax.table;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.table.Row;
import io.quittance.tax.Confidence;
import io.quittance.tax.Place;
import io.quittance.tax.Relation;
import io.quittance.tax.Treatment;
import io.quittance.tax.TreatmentRule;
import io.quittance.tax.TreatmentRule.BaseShare;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.tax.TreatmentRule.Match;
import io.quittance.tax.TreatmentRule.Outcome;
import io.quittance.tax.TreatmentRule.OwnTax;
import io.quittance.tax.VatRate.RateClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows of {@code treatment-rules.csv}. A cell may hold several values, separated by blanks, or {@code *} for all. */
final class RuleRows {

    static final List<String> COLUMNS = List.of(
            "id",
            "payer_groups",
            "relation",
            "place",
            "service",
            "standing",
            "category",
            "charge",
            "trigger",
            "outcome",
            "ids",
            "expected",
            "legend",
            "basis",
            "valid_from",
            "valid_to",
            "recorded_at",
            "source",
            "confidence");

    /** Columns that came later: a folder that was frozen before them is still read. */
    static final List<String> LATER = List.of("rate_class", "base_share");

    private RuleRows() {}

    static TreatmentRule rule(Row row) {
        Outcome outcome = outcome(row);
        String expected = row.optional("expected");
        String legend = row.optional("legend");
        if (expected == null && outcome instanceof Outcome.Refuse) {
            throw row.wrong("expected", "a row that refuses must say what was expected");
        }
        return new TreatmentRule(
                row.text("id"),
                match(row),
                TriggerCell.read(row),
                outcome,
                row.oneOf(IdsNeeded.class, "ids"),
                own(row, outcome),
                expected == null ? "" : expected,
                legend == null ? "" : legend,
                row.text("basis"),
                TaxTableFiles.validity(row, row.date("valid_from")),
                row.date("recorded_at"),
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static Match match(Row row) {
        row.text("payer_groups");
        return new Match(
                Set.copyOf(row.words("payer_groups")),
                row.someOf(Relation.class, "relation"),
                row.someOf(Place.class, "place"),
                row.someOf(ServiceKind.class, "service"),
                row.someOf(VatStanding.class, "standing"),
                row.someOf(VatCategory.class, "category"),
                row.someOf(Charge.class, "charge"));
    }

    /** Blank stands for the standard rate, and for the whole base; both are for self-assessed tax only. */
    private static OwnTax own(Row row, Outcome outcome) {
        String rateClass = row.optional("rate_class");
        String share = row.optional("base_share");
        boolean assesses =
                outcome instanceof Outcome.Treat treat && treat.treatment().isSelfAssessed();
        if (!assesses && (rateClass != null || share != null)) {
            throw row.wrong(
                    rateClass == null ? "base_share" : "rate_class", "only for a treatment that assesses our own tax");
        }
        return new OwnTax(
                rateClass == null ? RateClass.STANDARD : row.oneOf(RateClass.class, "rate_class"),
                share == null ? BaseShare.WHOLE : row.oneOf(BaseShare.class, "base_share"));
    }

    /** A treatment, with the code of a warning where a person is asked nevertheless; or the code of a refusal. */
    private static Outcome outcome(Row row) {
        List<String> words = row.words("outcome");
        if (words.isEmpty() || words.size() > 2) {
            throw row.wrong("outcome", "a treatment and one finding code, or one of them alone");
        }
        String first = words.getFirst();
        if (first.startsWith("Q")) {
            return new Outcome.Refuse(code(first, row));
        }
        FindingCode asks = words.size() == 1 ? null : code(words.getLast(), row);
        if (asks != null && asks.severity() != Severity.WARN) {
            throw row.wrong("outcome", "%s does not only warn".formatted(asks.id()));
        }
        return new Outcome.Treat(treatment(first, row), asks);
    }

    private static Treatment treatment(String name, Row row) {
        return Arrays.stream(Treatment.values())
                .filter(treatment -> treatment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> row.wrong(
                        "outcome", "\"%s\" is none of %s".formatted(name, Arrays.toString(Treatment.values()))));
    }

    private static FindingCode code(String id, Row row) {
        return Arrays.stream(FindingCode.values())
                .filter(code -> code.id().equals(id) && id.startsWith("Q7"))
                .findFirst()
                .orElseThrow(() -> row.wrong("outcome", "\"%s\" is no finding code of tax".formatted(id)));
    }
}
