package io.quittance.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which of 64 shards a contractor belongs to: the first 8 bytes of SHA-256 of the id, unsigned, mod 64. Stored on the row,
 * so it must never change; neither Java's nor PostgreSQL's hash functions promise that.
 */
public final class Shard {

    /** The number of shards, for ever. */
    public static final int COUNT = 64;

    private Shard() {}

    /** The shard, 0 to 63, of a contractor's id. */
    public static int of(String contractor) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(contractor.getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), COUNT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
