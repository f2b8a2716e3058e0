package io.quittance.tax.trial;

import io.quittance.assessment.Trial;
import io.quittance.assessment.Trial.Supposed;

/**
 * What became of a supposition.
 *
 * @param supposed the invoice as it was tried, with its parties
 * @param chosen whether its VAT was written as the rules expect it, since nothing was said of it
 */
public record Answer(Supposed supposed, Trial trial, boolean chosen) {}
