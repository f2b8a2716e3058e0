package io.quittance.invoice.file;

import java.io.IOException;
import java.io.OutputStream;

/** One document in the format that it came in, byte for byte where it is a whole file: what is laid out to be corrected. */
@FunctionalInterface
public interface Original {

    /** Writes it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
}
