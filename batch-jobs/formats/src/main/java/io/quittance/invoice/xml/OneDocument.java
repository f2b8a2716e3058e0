package io.quittance.invoice.xml;

import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** A file that is one document, which was read when the file was opened. */
public final class OneDocument implements InvoiceFileReader {

    private final ReadDocument document;
    private final Supplier<String> text;
    private boolean passed;

    /** @param text the whole file, read again when asked for */
    public OneDocument(ReadDocument document, Supplier<String> text) {
        this.document = document;
        this.text = text;
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
    public byte[] original() {
        next();
        return text.get().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Nothing is open: the file was read to its end.
    }
}
