package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.TreatmentRule.Outcome;
import io.quittance.tax.WorkingPaper.Ruled;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Steps 5 and 6: which rule speaks for each breakdown, whether a scheme ends the search, and who is liable. */
final class Liability {

    private static final Set<Treatment> MAY_MIX =
            EnumSet.of(Treatment.DOMESTIC_TAXABLE, Treatment.DOMESTIC_ZERO, Treatment.DOMESTIC_EXEMPT);

    private Liability() {}

    static void decide(Case given, WorkingPaper paper) {
        if (given.invoice().vat().isEmpty()) {
            paper.find(Refusals.nothingClaimed(paper));
        }
        for (VatBreakdown claim : given.invoice().vat()) {
            TreatmentRule rule = given.tables().rule(given.question(claim)).orElse(null);
            if (rule == null) {
                paper.note(Step.LIABILITY, claim, () -> "no rule speaks", List.of(), () -> "treatment-rules.csv");
                paper.find(Refusals.unknown(claim, given, paper));
            } else {
                apply(rule, claim, given, paper);
            }
        }
        mixture(paper);
    }

    private static void apply(TreatmentRule rule, VatBreakdown claim, Case given, WorkingPaper paper) {
        switch (rule.outcome()) {
            case Outcome.Treat treat -> {
                note(rule, claim, treat.treatment(), paper);
                paper.rule(new Ruled(claim, rule, treat.treatment(), null));
                VatIdsNeeded.check(rule, given, paper);
                Reviews.of(rule, given, paper);
                if (treat.asks() != null) {
                    paper.find(Refusals.question(treat.asks(), rule, claim, given, paper));
                }
            }
            case Outcome.Refuse refuse -> {
                paper.note(
                        Step.LIABILITY,
                        claim,
                        () -> refuse.code().id() + ": " + refuse.code().title(),
                        List.of(rule.id()),
                        rule::basis);
                paper.find(Refusals.refused(refuse.code(), rule, claim, given, paper));
            }
        }
    }

    private static void note(TreatmentRule rule, VatBreakdown claim, Treatment treatment, WorkingPaper paper) {
        List<String> row = List.of(rule.id());
        paper.note(Step.SCHEME, claim, () -> endsTheSearch(treatment) ? "yes: " + treatment : "none", row, rule::basis);
        paper.note(Step.LIABILITY, claim, () -> liable(treatment) + ": " + treatment, row, rule::basis);
    }

    private static String liable(Treatment treatment) {
        if (treatment.isSelfAssessed()) {
            return "the payer";
        }
        return endsTheSearch(treatment) ? "nobody" : "the supplier";
    }

    private static boolean endsTheSearch(Treatment treatment) {
        return switch (treatment) {
            case FRANCHISE, DOMESTIC_EXEMPT, OUT_OF_SCOPE, NO_ABN_WITHHOLDING -> true;
            case DOMESTIC_TAXABLE,
                    DOMESTIC_ZERO,
                    DOMESTIC_RC,
                    EU_SERVICE_RC,
                    NON_EU_SERVICE_RC,
                    IMPORT_SERVICE_RC,
                    IMPORT_SERVICE_RC_PARTIAL,
                    IMPORT_SERVICE_RC_NON_DEDUCTIBLE,
                    FOREIGN_VAT_CHARGED -> false;
        };
    }

    /** Taxable, zero-rated and exempt lines of one domestic supplier may stand together; nothing else may. */
    private static void mixture(WorkingPaper paper) {
        if (paper.ruled().size() < 2) {
            return;
        }
        var treatments = EnumSet.noneOf(Treatment.class);
        paper.ruled().forEach(ruled -> treatments.add(ruled.treatment()));
        if (treatments.size() > 1 && !MAY_MIX.containsAll(treatments)) {
            paper.find(Finding.of(
                    FindingCode.VAT_CATEGORY_CONTRADICTS,
                    paper.place("BG-23"),
                    treatments.toString(),
                    "one treatment",
                    "the breakdowns of one document lead to " + treatments));
        }
    }
}
