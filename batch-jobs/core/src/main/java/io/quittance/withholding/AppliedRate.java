package io.quittance.withholding;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule with the rate that is left after certificates.
 *
 * @param percent with surcharge
 * @param certificate id of what lowered it, null for nothing
 * @param steps how it came about
 */
record AppliedRate(
        WithholdingRule rule, BigDecimal percent, @Nullable String certificate, List<String> steps) {}
