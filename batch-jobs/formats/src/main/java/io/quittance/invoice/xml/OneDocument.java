package io.quittance.invoice.xml;

import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import java.util.NoSuchElementException;

/** A file that is one document, which was read when the file was opened. */
public final class OneDocument implements InvoiceFileReader {

    private final ReadDocument document;
    private final Original original;
    private boolean passed;

    /** @param original the whole file, read again when asked for */
    public OneDocument(ReadDocument document, Original original) {
        this.document = document;
        this.original = original;
    }

    @Override
    public boolean hasNext() {
        return !passed;
    }

    @Override
    public ReadDocument next() {
        if (passed) {
            throw new NoSuchElementException("The file has one document");
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
    public Original original() {
        next();
        return original;
    }

    @Override
    public void close() {
        // Nothing is open: the file was read to its end.
    }
}
