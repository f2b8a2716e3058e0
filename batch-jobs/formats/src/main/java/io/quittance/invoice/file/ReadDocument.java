package io.quittance.invoice.file;

import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.Invoice;

/** One document of a file: understood, or refused with every reason at once. */
public sealed interface ReadDocument {

    /** Its running number in the file, from 1. */
    int position();

    /**
     * A document in normal form. Whether its sums are right is for the assessment to say.
     *
     * @param stated what it says of itself
     * @param warnings none of them refuses it; one that holds counts at assessment, like every other reason to hold
     */
    record Understood(Invoice invoice, Stated stated, Findings warnings) implements ReadDocument {
        @Override
        public int position() {
            return invoice.source().position();
        }
    }

    /**
     * A document that cannot be put into normal form. {@link InvoiceFileReader#original} gives it as it came.
     *
     * @param place where it begins
     * @param findings why, with the place of each; at least one
     * @param stated what could be read of it all the same
     */
    record Refused(int position, Place place, Findings findings, Stated stated) implements ReadDocument {}
}
