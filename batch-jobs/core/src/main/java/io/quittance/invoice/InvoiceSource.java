package io.quittance.invoice;

import io.quittance.finding.Place;

/**
 * Where a document came from.
 *
 * @param sha256 of the file, 64 hexadecimal digits, lower case
 * @param file its name when it was delivered
 * @param position of the document in the file, from 1
 * @param line the 1-based line where the document begins
 */
public record InvoiceSource(String sha256, String file, int position, long line) {

    /** The place of a field of the document's header. */
    public Place place(String field) {
        return new Place(file, line, field);
    }
}
