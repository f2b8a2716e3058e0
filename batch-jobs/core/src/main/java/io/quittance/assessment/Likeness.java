package io.quittance.assessment;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of an accepted or held document later ones are compared with.
 *
 * @param invoice its id
 * @param contractor the id that its contractor had when it was assessed
 * @param number as it was written
 * @param taxPoint the day of supply, else that of issue: what it is for
 * @param file the file it came in
 * @param syntax that it was written in; null when nobody noted it
 */
public record Likeness(
        UUID invoice,
        String entity,
        String contractor,
        DocumentKind kind,
        String number,
        LocalDate issueDate,
        LocalDate taxPoint,
        Money gross,
        Fingerprint fingerprint,
        String file,
        @Nullable String syntax,
        Verdict verdict) {

    /** That of a document that was concluded about. */
    public static Likeness of(Invoice invoice, Verdict verdict) {
        return new Likeness(
                invoice.id(),
                invoice.entity(),
                invoice.contractor(),
                invoice.kind(),
                invoice.number(),
                invoice.issueDate(),
                invoice.taxPoint(),
                invoice.totals().gross(),
                Fingerprint.of(invoice),
                invoice.source().file(),
                invoice.source().syntax(),
                verdict);
    }

    /** The number as duplicates are compared. */
    public String normalisedNumber() {
        return InvoiceKey.normalise(number);
    }

    /** As whoever holds a key. */
    History.Occupant occupant() {
        return new History.Occupant(number, issueDate, taxPoint, gross, file, verdict);
    }

    /** The file's name, and the syntax where it is known. */
    String origin() {
        return syntax == null ? file : file + " (" + syntax + ")";
    }
}
