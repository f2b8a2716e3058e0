package io.quittance.payment.pain001;

import java.util.Arrays;

/**
 * Remembers which texts came by, in eight bytes each: 64 bits of a hash, open addressing. A false alarm among a million texts
 * has a chance below one in ten million, and only stops a file; a repetition is never missed.
 */
final class Fingerprints {

    /** Multiplier of Knuth's MMIX generator: odd, well mixed. */
    private static final long MULTIPLIER = 6364136223846793005L;

    private long[] slots = new long[1024];
    private int used;

    /**
     * Remembers a text.
     *
     * @return false when it, or by a rare chance another with the same fingerprint, was there before
     */
    boolean add(String text) {
        if (used * 2 >= slots.length) {
            grow();
        }
        boolean isNew = put(slots, fingerprint(text));
        used += isNew ? 1 : 0;
        return isNew;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        Arrays.stream(slots).filter(slot -> slot != 0).forEach(slot -> put(wider, slot));
        slots = wider;
    }

    private static boolean put(long[] slots, long fingerprint) {
        int mask = slots.length - 1;
        int at = (int) (fingerprint >>> 32) & mask;
        while (slots[at] != 0) {
            if (slots[at] == fingerprint) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = fingerprint;
        return true;
    }

    private static long fingerprint(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
