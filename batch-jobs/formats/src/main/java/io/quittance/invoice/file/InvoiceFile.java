package io.quittance.invoice.file;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;

/** A delivered file after the first look at it. */
public sealed interface InvoiceFile {

    /**
     * Its documents can be read one by one.
     *
     * @param warnings about the file as a whole
     * @param documents to be closed by whoever asked for the file
     */
    record Readable(InvoiceFormat format, Findings warnings, InvoiceFileReader documents) implements InvoiceFile {}

    /**
     * Refused as a whole: no document of it counts.
     *
     * @param findings why, with line and column where there is one; at least one
     */
    record Unreadable(Findings findings) implements InvoiceFile {}

    /** Refused as a whole for one reason. */
    static InvoiceFile unreadable(Finding reason) {
        return new Unreadable(Findings.of(reason));
    }
}
