package io.quittance.withholding;

import org.jspecify.annotations.Nullable;

/**
 * What {@code config/register/withholding-contracts.csv} says of a contract.
 *
 * @param income null for the kind that follows from the contract's service
 * @param performedIn country in which the work is done; null where nobody said
 * @param payerBears whether fees under it are net of withholding
 * @param materials the word that the description of lines of materials begins with, {@value #LABOUR_ONLY} where it is for labour
 *     only; null where nobody said, and a rule that leaves materials out of its base has to ask
 */
public record ContractTerms(
        @Nullable IncomeKind income,
        @Nullable String performedIn,
        boolean payerBears,
        @Nullable String materials) {

    /** Says that documents under the contract are for labour alone. */
    public static final String LABOUR_ONLY = "NONE";

    /** Nothing is said. */
    public static final ContractTerms NONE = new ContractTerms(null, null, false, null);

    /** Whether nothing under the contract is for materials. */
    public boolean isLabourOnly() {
        return LABOUR_ONLY.equals(materials);
    }
}
