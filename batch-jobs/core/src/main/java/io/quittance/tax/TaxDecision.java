package io.quittance.tax;

import io.quittance.finding.Findings;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine concluded about the VAT of one document.
 *
 * @param treatment null when no rule decided it; then {@code findings} says why
 * @param jurisdiction the VAT territory whose return it belongs to
 * @param area the VAT territory whose law it follows: the same, but for a part of it with a return of its own
 * @param taxPoint the day that decided rates and rules
 * @param steps the evidence, in the order in which it was found
 * @param lines one per VAT breakdown of the document
 * @param ruling what the policies say of it; null until they were asked
 * @param ids whose VAT ids the rules that decided it need
 */
public record TaxDecision(
        @Nullable Treatment treatment,
        String jurisdiction,
        String area,
        LocalDate taxPoint,
        List<TaxStep> steps,
        List<TaxLine> lines,
        Findings findings,
        @Nullable Ruling ruling,
        IdsNeeded ids) {

    /** A decision by the rules of treatment alone, which hangs on nobody's VAT id. */
    public TaxDecision(
            @Nullable Treatment treatment,
            String jurisdiction,
            LocalDate taxPoint,
            List<TaxStep> steps,
            List<TaxLine> lines,
            Findings findings) {
        this(treatment, jurisdiction, jurisdiction, taxPoint, steps, lines, findings, null, IdsNeeded.NONE);
    }

    /** The same with what is known of the VAT ids it hangs on: the last of its steps. */
    public TaxDecision evidenced(List<TaxStep> evidence) {
        var all = new ArrayList<>(steps);
        all.addAll(evidence);
        return new TaxDecision(treatment, jurisdiction, area, taxPoint, List.copyOf(all), lines, findings, ruling, ids);
    }

    /** The same with what the policies say of it. */
    TaxDecision ruled(Ruling its, List<TaxStep> itsSteps, List<TaxLine> itsLines) {
        return new TaxDecision(
                treatment, jurisdiction, area, its.point().day(), itsSteps, itsLines, findings, its, ids);
    }

    /** The same with something else found. */
    public TaxDecision and(Findings more) {
        return new TaxDecision(treatment, jurisdiction, area, taxPoint, steps, lines, findings.and(more), ruling, ids);
    }

    /** The ids of the rows of {@code config/tax} that decided, in the order of the steps. */
    public List<String> rows() {
        return steps.stream().flatMap(step -> step.rows().stream()).distinct().toList();
    }

    /**
     * The treatment of one line. It is the document's, but for a domestic document that mixes taxable, zero-rated and
     * exempt lines: there each keeps its own.
     *
     * @throws IllegalStateException when nothing was decided
     */
    public Treatment treatmentOf(TaxLine line) {
        if (treatment == null) {
            throw new IllegalStateException("No treatment was decided");
        }
        return switch (treatment) {
            case DOMESTIC_TAXABLE, DOMESTIC_ZERO, DOMESTIC_EXEMPT ->
                switch (line.category()) {
                    case Z -> Treatment.DOMESTIC_ZERO;
                    case E -> Treatment.DOMESTIC_EXEMPT;
                    case S, AE, K, G, O, L, M -> treatment;
                };
            case DOMESTIC_RC,
                    FRANCHISE,
                    EU_SERVICE_RC,
                    NON_EU_SERVICE_RC,
                    IMPORT_SERVICE_RC,
                    IMPORT_SERVICE_RC_PARTIAL,
                    IMPORT_SERVICE_RC_NON_DEDUCTIBLE,
                    FOREIGN_VAT_CHARGED,
                    NO_ABN_WITHHOLDING,
                    OUT_OF_SCOPE -> treatment;
        };
    }
}
