package io.quittance.invoice;

import io.quittance.finding.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a document came from.
 *
 * @param sha256 of the file, 64 hexadecimal digits, lower case
 * @param file its name when it was delivered
 * @param position of the document in the file, from 1
 * @param line the 1-based line where the document begins
 * @param syntax that it was written in, for people, e.g. {@code UBL-Invoice}; null where nobody has noted it yet
 */
public record InvoiceSource(
        String sha256,
        String file,
        int position,
        long line,
        @Nullable String syntax) {

    /** A place of which the syntax is not noted. */
    public InvoiceSource(String sha256, String file, int position, long line) {
        this(sha256, file, position, line, null);
    }

    /** The file's name, and the syntax where it is known. */
    public String described() {
        return syntax == null ? file : file + " (" + syntax + ")";
    }

    /** The place of a field of the document's header. */
    public Place place(String field) {
        return new Place(file, line, field);
    }
}
