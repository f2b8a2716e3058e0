package io.quittance.invoice.xml;

import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** A file of several documents, which were read when the file was opened: XML is bounded, so all of them fit. */
public final class DocumentsInOrder implements InvoiceFileReader {

    private final List<ReadDocument> documents;
    private final IntFunction<Original> originals;
    private int passed;

    /** @param originals of the document at a position, from 1; read again when asked for */
    public DocumentsInOrder(List<ReadDocument> documents, IntFunction<Original> originals) {
        this.documents = List.copyOf(documents);
        this.originals = originals;
    }

    @Override
    public boolean hasNext() {
        return passed < documents.size();
    }

    @Override
    public ReadDocument next() {
        if (passed == documents.size()) {
            throw new NoSuchElementException("The file has " + passed + " documents");
        }
        return documents.get(passed++);
    }

    @Override
    public void skip(int toPass) {
        for (int i = 0; i < toPass; i++) {
            next();
        }
    }

    @Override
    public Original original() {
        return originals.apply(next().position());
    }

    @Override
    public void close() {
        // Nothing is open: the file was read to its end.
    }
}
