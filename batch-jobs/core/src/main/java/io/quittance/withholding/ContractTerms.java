package io.quittance.withholding;

import org.jspecify.annotations.Nullable;

/**
 * What {@code config/register/withholding-contracts.csv} says of a contract.
 *
 * @param income null for the kind that follows from the contract's service
 * @param performedIn country in which the work is done; null where nobody said
 * @param payerBears whether fees under it are net of withholding
 */
public record ContractTerms(
        @Nullable IncomeKind income, @Nullable String performedIn, boolean payerBears) {

    /** Nothing is said. */
    public static final ContractTerms NONE = new ContractTerms(null, null, false);
}
