package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.tax.TreatmentRule.Outcome;
import io.quittance.tax.WorkingPaper.Ruled;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steps 5 and 6: which rule speaks for each breakdown, whether a scheme ends the search, and who is liable. */
final class Liability {

    private static final Set<Treatment> MAY_MIX =
            EnumSet.of(Treatment.DOMESTIC_TAXABLE, Treatment.DOMESTIC_ZERO, Treatment.DOMESTIC_EXEMPT);

    private Liability() {}

    static void decide(Case given, WorkingPaper paper) {
        if (given.invoice().vat().isEmpty()) {
            paper.find(Finding.of(
                    FindingCode.TREATMENT_UNKNOWN,
                    paper.place("BG-23"),
                    null,
                    "a VAT breakdown",
                    "the document has no VAT breakdown"));
        }
        for (VatBreakdown claim : given.invoice().vat()) {
            given.tables()
                    .rule(given.question(claim))
                    .ifPresentOrElse(rule -> apply(rule, claim, given, paper), () -> unknown(claim, given, paper));
        }
        mixture(paper);
    }

    private static void apply(TreatmentRule rule, VatBreakdown claim, Case given, WorkingPaper paper) {
        switch (rule.outcome()) {
            case Outcome.Treat treat -> {
                note(rule, claim, treat.treatment(), paper);
                paper.rule(new Ruled(claim, rule, treat.treatment(), null));
                ids(rule, given, paper);
            }
            case Outcome.Refuse refuse -> {
                paper.note(
                        question(claim),
                        refuse.code().id() + ": " + refuse.code().title(),
                        basis(rule));
                paper.find(Finding.of(
                        refuse.code(),
                        paper.place("BT-118"),
                        Claims.written(claim),
                        rule.expected(),
                        refusal(rule, claim, given)));
            }
        }
    }

    private static void note(TreatmentRule rule, VatBreakdown claim, Treatment treatment, WorkingPaper paper) {
        boolean scheme = switch (treatment) {
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
        paper.note("5 special scheme for " + Claims.written(claim), scheme ? "yes: " + treatment : "none", basis(rule));
        String liable = treatment.isSelfAssessed() ? "the payer" : scheme ? "nobody" : "the supplier";
        paper.note(question(claim), liable + ": " + treatment, basis(rule));
    }

    private static void unknown(VatBreakdown claim, Case given, WorkingPaper paper) {
        paper.note(question(claim), "no rule speaks", "treatment-rules.csv");
        paper.find(Finding.of(
                FindingCode.TREATMENT_UNKNOWN,
                paper.place("BT-118"),
                Claims.written(claim),
                "a case of treatment-rules.csv",
                "no rule for %s".formatted(situation(claim, given))));
    }

    /** A party whose VAT id may be needed: its role, the term of its id, and the territory that gave it. */
    private record Holder(
            String role, String term, @Nullable String vatId, Territory territory) {

        boolean hasId() {
            return vatId != null && territory.issued(vatId);
        }

        Finding missing(TreatmentRule rule, WorkingPaper paper) {
            return Finding.of(
                    FindingCode.VAT_ID_REQUIRED,
                    paper.place(term),
                    vatId,
                    "a VAT id of %s beginning with %s".formatted(territory.area(), territory.vatPrefix()),
                    "the %s's VAT id %s, but %s needs one (%s)"
                            .formatted(role, vatId == null ? "is missing" : "is " + vatId, rule.id(), rule.basis()));
        }
    }

    /** Art. 196 and the recapitulative statement need both ids; self-assessment needs at least the payer's. */
    private static void ids(TreatmentRule rule, Case given, WorkingPaper paper) {
        if (rule.ids() != IdsNeeded.NONE) {
            need(new Holder("payer", "BT-48", given.payer().vatId(), given.here()), rule, paper);
        }
        if (rule.ids() == IdsNeeded.BOTH) {
            need(new Holder("supplier", "BT-31", given.supplier().vatId(), given.there()), rule, paper);
        }
    }

    private static void need(Holder holder, TreatmentRule rule, WorkingPaper paper) {
        if (holder.hasId()) {
            return;
        }
        Finding missing = holder.missing(rule, paper);
        if (!paper.findings().all().contains(missing)) {
            paper.find(missing);
        }
    }

    /** Taxable, zero-rated and exempt lines of one domestic supplier may stand together; nothing else may. */
    private static void mixture(WorkingPaper paper) {
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

    private static String refusal(TreatmentRule rule, VatBreakdown claim, Case given) {
        return "%s; rule %s expects %s (%s)"
                .formatted(situation(claim, given), rule.id(), rule.expected(), rule.basis());
    }

    private static String situation(VatBreakdown claim, Case given) {
        return "%s supplier in %s, payer in %s (%s), %s service, claim %s"
                .formatted(
                        given.supplier().standing(),
                        given.there().code(),
                        given.here().code(),
                        given.relation(),
                        given.service(),
                        Claims.written(claim));
    }

    private static String question(VatBreakdown claim) {
        return "6 who is liable for " + Claims.written(claim);
    }

    private static String basis(TreatmentRule rule) {
        return rule.id() + ", " + rule.basis();
    }
}
