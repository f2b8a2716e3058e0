package io.quittance.invoice.pdf;

import io.quittance.finding.FindingCode;
import io.quittance.text.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A file inside a PDF. It is kept as small as it is stored and inflated anew by whoever reads it, who must stop at a bound of his
 * own: half a megabyte may hold six hundred.
 *
 * @param name without folders; nothing is ever written under it
 * @param stored its bytes as they stand in the PDF
 * @param deflated whether they are compressed
 * @param readable whether it is stored in a way that is read here
 */
record EmbeddedFile(String name, byte[] stored, boolean deflated, boolean readable) {

    boolean isNamed(String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    InputStream open() {
        var in = new ByteArrayInputStream(stored);
        return deflated ? new Inflated(new InflaterInputStream(in)) : in;
    }

    /** A broken compression is a fault of the sender and not of the disk. */
    private static final class Inflated extends FilterInputStream {

        private Inflated(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (ZipException | EOFException e) {
                throw new UnreadableException(
                        FindingCode.FILE_UNREADABLE, 0, 0, "a whole Flate stream", "the embedded file is damaged");
            }
        }
    }
}
