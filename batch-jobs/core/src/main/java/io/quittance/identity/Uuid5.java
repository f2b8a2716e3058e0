package io.quittance.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based identifiers, RFC 9562 section 5.5: version 5, SHA-1 of a name space and a name. */
public final class Uuid5 {

    /** The name space of all our keys: version 5 of {@code quittance} in the RFC's name space for DNS. */
    public static final UUID QUITTANCE = UUID.fromString("8a093e8a-6191-588c-a030-34275e7ad536");

    private static final long CLEAR_VERSION = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_5 = 0x5000L;
    private static final long CLEAR_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    /** Looked up and fed with the name space once: a file of a million documents needs a million of them. Only ever cloned. */
    private static final MessageDigest IN_QUITTANCE = begun(QUITTANCE);

    private Uuid5() {}

    /** The id of a business key, e.g. {@code invoice:<id>:accepted}. Keys are compared to the letter. */
    public static UUID of(String key) {
        return of(again(IN_QUITTANCE), key);
    }

    /** The id of a name, as UTF-8, in a name space. */
    public static UUID of(UUID namespace, String name) {
        return of(begun(namespace), name);
    }

    private static UUID of(MessageDigest sha1, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        return new UUID((hash.getLong() & CLEAR_VERSION) | VERSION_5, (hash.getLong() & CLEAR_VARIANT) | RFC_VARIANT);
    }

    private static MessageDigest begun(UUID namespace) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        return sha1;
    }

    private static MessageDigest again(MessageDigest begun) {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException e) {
            return begun(QUITTANCE);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
