package io.quittance.tax.coverage;

import io.quittance.party.Contractor.VatStanding;

/**
 * What treatments depend on besides the payer's country.
 *
 * @param recovery per cent of its input tax that the payer may deduct
 */
record Combination(Where where, VatStanding standing, Subject subject, int recovery) {

    /** Deducts everything, a part, nothing: the shares at which triggers change. */
    static final int[] RECOVERIES = {100, 50, 0};
}
