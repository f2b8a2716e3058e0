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
     * @param syntax as far as it is known, like {@link Stated#syntax}; empty when nothing is
     * @param findings why, with line and column where there is one; at least one
     */
    record Unreadable(String syntax, Findings findings) implements InvoiceFile {

        /** In a syntax that we cannot name. */
        public Unreadable(Findings findings) {
            this("", findings);
        }
    }

    /** Refused as a whole for one reason. */
    static InvoiceFile unreadable(Finding reason) {
        return new Unreadable(Findings.of(reason));
    }

    /** Refused as a whole because it begins as XML and is none that can be read. */
    static InvoiceFile unparseableXml(Finding reason) {
        return new Unreadable("unparseable XML", Findings.of(reason));
    }
}
