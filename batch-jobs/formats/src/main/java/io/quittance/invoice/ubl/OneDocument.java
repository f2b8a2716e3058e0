package io.quittance.invoice.ubl;

import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import java.util.NoSuchElementException;

/** A file that is one document, which was read when the file was opened. */
final class OneDocument implements InvoiceFileReader {

    private final ReadDocument document;
    private boolean passed;

    OneDocument(ReadDocument document) {
        this.document = document;
    }

    @Override
    public boolean hasNext() {
        return !passed;
    }

    @Override
    public ReadDocument next() {
        if (passed) {
            throw new NoSuchElementException("A UBL file has one document");
        }
        passed = true;
        return document;
    }

    @Override
    public void skip(int documents) {
        for (int i = 0; i < documents; i++) {
            next();
        }
    }

    @Override
    public void close() {
        // Nothing is open: the file was read to its end.
    }
}
