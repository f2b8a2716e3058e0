package io.quittance.tax;

import io.quittance.finding.Findings;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine concluded about the VAT of one document.
 *
 * @param treatment null when no rule decided it; then {@code findings} says why
 * @param jurisdiction the VAT territory whose return it belongs to
 * @param taxPoint the day that decided rates and rules
 * @param steps the evidence, in the order in which it was found
 * @param lines one per VAT breakdown of the document
 */
public record TaxDecision(
        @Nullable Treatment treatment,
        String jurisdiction,
        LocalDate taxPoint,
        List<TaxStep> steps,
        List<TaxLine> lines,
        Findings findings) {}
