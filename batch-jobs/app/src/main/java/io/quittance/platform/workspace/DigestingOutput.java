package io.quittance.platform.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/** Counts and digests what goes to the disk. Closing it only flushes: the channel has still to be forced. */
final class DigestingOutput extends OutputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    DigestingOutput(FileChannel channel) {
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        digest.update((byte) octet);
        bytes++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        digest.update(octets, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    String sha256() {
        return Sha256.hex(digest.digest());
    }

    long bytes() {
        return bytes;
    }
}
