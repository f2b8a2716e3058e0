package io.quittance.platform.workspace;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the content of one file. May be called again after a crash: it must then write the same bytes. */
@FunctionalInterface
public interface ContentWriter {

    /** Need not be buffered by the writer; is not closed by it. */
    void writeTo(OutputStream out) throws IOException;
}
