package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the steps of one determination write down, in their order. Lives for one document. */
final class WorkingPaper {

    /**
     * What a rule said about one breakdown, and the rate that came to it.
     *
     * @param rate null until a rate is known, and for ever where the treatment has none
     */
    record Ruled(
            VatBreakdown claim,
            TreatmentRule rule,
            Treatment treatment,
            @Nullable VatRate rate) {

        Ruled with(VatRate found) {
            return new Ruled(claim, rule, treatment, found);
        }

        BigDecimal percent() {
            return rate == null ? BigDecimal.ZERO : rate.percent();
        }
    }

    private final Case given;
    private final List<TaxStep> steps = new ArrayList<>();
    private final List<Ruled> ruled = new ArrayList<>();
    private final List<TaxLine> lines = new ArrayList<>();
    private Findings findings = Findings.NONE;

    WorkingPaper(Case given) {
        this.given = given;
    }

    void note(String question, String answer, String basis) {
        steps.add(new TaxStep(question, answer, basis));
    }

    /** The place of a term of EN 16931 in the document. */
    Place place(String term) {
        return given.invoice().source().place(term);
    }

    void find(Finding finding) {
        findings = findings.and(finding);
    }

    void rule(Ruled decided) {
        ruled.add(decided);
    }

    List<Ruled> ruled() {
        return ruled;
    }

    void line(TaxLine line) {
        lines.add(line);
    }

    /** Whether something is found that keeps the document from being posted. */
    boolean isBlocked() {
        return findings.has(Severity.REJECT) || findings.has(Severity.HOLD);
    }

    Findings findings() {
        return findings;
    }

    /** The document's treatment: that of its breakdowns, the taxable one leading in a mixed domestic document. */
    @Nullable
    Treatment treatment() {
        return ruled.size() < given.invoice().vat().size()
                ? null
                : ruled.stream().map(Ruled::treatment).min(Treatment::compareTo).orElse(null);
    }

    TaxDecision decision() {
        return new TaxDecision(
                treatment(),
                given.here().area(),
                given.on(),
                List.copyOf(steps),
                isBlocked() ? List.of() : List.copyOf(lines),
                findings,
                null,
                ids());
    }

    /** Of all rules that decided: who is needed by one of them, is needed. */
    private IdsNeeded ids() {
        return ruled.stream()
                .map(one -> one.rule().ids())
                .max(IdsNeeded::compareTo)
                .orElse(IdsNeeded.NONE);
    }
}
