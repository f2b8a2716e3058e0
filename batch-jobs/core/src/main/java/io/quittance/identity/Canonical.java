package io.quittance.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over fields, each preceded by its length, so that no two different sequences of fields give the same bytes.
 * Only fields that every run of the same inputs repeats go in: no wall time, no database sequence.
 */
public final class Canonical {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    private Canonical(MessageDigest digest) {
        this.digest = digest;
    }

    /** An empty digest of the given form; the form is its first field, so that a later form can never collide with it. */
    public static Canonical form(String nameAndVersion) {
        try {
            return new Canonical(MessageDigest.getInstance("SHA-256")).text(nameAndVersion);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** Adds a text; null and the empty text are different. */
    public Canonical text(@Nullable String field) {
        if (field == null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, ABSENT));
            return this;
        }
        return bytes(field.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a whole number. */
    public Canonical number(long field) {
        return bytes(Long.toString(field).getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds bytes, for instance another digest. */
    public Canonical bytes(byte[] field) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, field.length));
        digest.update(field);
        return this;
    }

    /** The 32 bytes of the digest. Ends its use. */
    public byte[] toBytes() {
        return digest.digest();
    }
}
