package io.quittance.tax;

/**
 * What the policies say of a document whose treatment is decided: when its tax arises, how it is rounded, how much may be deducted.
 *
 * @param rounding the payer's own policy
 * @param between the parties as they were on the day whose rules decided
 */
public record Ruling(TaxPoint point, RoundingPolicy rounding, Recovery recovery, TaxPolicies.Between between) {}
