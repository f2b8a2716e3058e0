package io.quittance.invoice.file;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The documents of one file in the order they stand there, one at a time. Reading the same bytes again gives the same
 * documents at the same positions with the same identifiers, so a restart passes over those it has already.
 */
public interface InvoiceFileReader extends Iterator<ReadDocument>, Closeable {

    /**
     * Passes over documents without reading their fields.
     *
     * @throws NoSuchElementException when the file has fewer
     */
    void skip(int documents);

    /**
     * Passes over the next document and gives it as it came, alone, ready to correct and drop again: header and rows, or the XML;
     * in the encoding of the file.
     *
     * @throws NoSuchElementException when there is none
     */
    byte[] original();
}
