package io.quittance.vat;

import io.quittance.party.Validity;
import io.quittance.tax.Confidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a form, a row of {@code config/tax/return-forms.csv}.
 *
 * @param id of the row; a closed return keeps it
 * @param form the name of the return
 * @param box its code as the form prints it
 * @param side which set of boxes it belongs to: an entry's base is in one box of a set at most; empty for tax
 * @param label in our words
 * @param least the smallest figure that the authority takes, null when not stated
 * @param most the greatest one, null when not stated
 * @param validity the periods that it speaks of, by their last day
 */
public record FormBox(
        String id,
        String jurisdiction,
        String form,
        String box,
        BoxKind kind,
        String side,
        String label,
        Formula formula,
        BoxRounding rounding,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence) {

    boolean is(Formula.Reference reference) {
        return box.equals(reference.box()) && (reference.kind() == null ? kind.isTax() : kind == reference.kind());
    }

    /** The same where the reference means a box that has no tax. */
    boolean isBaseOf(Formula.Reference reference) {
        return reference.kind() == null && box.equals(reference.box()) && !kind.isTax();
    }
}
