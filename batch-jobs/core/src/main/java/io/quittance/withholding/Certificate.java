package io.quittance.withholding;

import io.quittance.party.Validity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A document of a payee that changes what is withheld. It counts where it is valid on the day of payment.
 *
 * @param payee the contractor's id
 * @param jurisdiction the country that would withhold, where it counts
 * @param scheme the scheme it proves, as rows of the rules name it; null but for {@link CertificateKind#SCHEME}
 * @param ratePercent the rate it sets; null where it names none
 * @param documentHash SHA-256 of the document, lower-case hexadecimal
 * @param checkedBy who looked at the document
 */
public record Certificate(
        String id,
        String payee,
        CertificateKind kind,
        String jurisdiction,
        @Nullable String scheme,
        @Nullable BigDecimal ratePercent,
        Validity validity,
        String documentHash,
        String checkedBy) {

    /** Whether a rule that asks for this word is served by it: its kind or its scheme. */
    boolean proves(String word) {
        return kind.name().equals(word) || word.equals(scheme);
    }
}
