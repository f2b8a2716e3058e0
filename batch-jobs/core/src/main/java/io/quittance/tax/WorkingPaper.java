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
import java.util.function.Supplier;
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

    /** What a step found, in words that are made when somebody reads them; the rows that decided it; and the law or fact. */
    void note(Step step, Supplier<String> answer, List<String> rows, Supplier<String> law) {
        steps.add(new TaxStep(step, null, answer, rows, law));
    }

    /** The same of one breakdown. */
    void note(Step step, VatBreakdown about, Supplier<String> answer, List<String> rows, Supplier<String> law) {
        steps.add(new TaxStep(step, about, answer, rows, law));
    }

    /** The place of a term of EN 16931 in the document. */
    Place place(String term) {
        return given.invoice().source().place(term);
    }

    void find(Finding finding) {
        findings = findings.and(finding);
    }

    /** The same, unless it is there already. */
    void findOnce(Finding finding) {
        if (!findings.all().contains(finding)) {
            find(finding);
        }
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
        return !findings.isEmpty() && (findings.has(Severity.REJECT) || findings.has(Severity.HOLD));
    }

    Findings findings() {
        return findings;
    }

    /** The document's treatment: that of its breakdowns, the taxable one leading in a mixed domestic document. */
    @Nullable
    Treatment treatment() {
        if (ruled.isEmpty() || ruled.size() < given.invoice().vat().size()) {
            return null;
        }
        Treatment leading = ruled.getFirst().treatment();
        for (Ruled one : ruled) {
            leading = one.treatment().compareTo(leading) < 0 ? one.treatment() : leading;
        }
        return leading;
    }

    TaxDecision decision() {
        return new TaxDecision(
                treatment(),
                given.here().returnArea(),
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
