package io.quittance.withholding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/register/withholding-parties.csv} says of an entity or contractor.
 *
 * @param residence country of tax residence; null for that of the address
 * @param tinGiven whether the tax number is known; null where a VAT id stands for it
 * @param roles what a payer was appointed to, as rules name it
 */
public record PartyTerms(
        @Nullable String residence, @Nullable Boolean tinGiven, Set<String> roles) {

    /** Nothing is said. */
    public static final PartyTerms NONE = new PartyTerms(null, null, Set.of());

    public PartyTerms {
        roles = Set.copyOf(roles);
    }
}
