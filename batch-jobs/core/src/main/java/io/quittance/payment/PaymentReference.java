package io.quittance.payment;

import io.quittance.identity.Canonical;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The references that a payment carries through the banks. They derive from what is paid to whom in which run, so the
 * same payment has the same references after every restart, and the bank's duplicate check works for us.
 */
record PaymentReference(String endToEndId, String uetr) {

    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    /** 26 base-32 digits hold 130 bits, one more than the 128 used. */
    private static final int DIGITS = 26;

    static PaymentReference of(String run, List<Candidate> paid) {
        var canonical = Canonical.form("quittance-payment/1").text(run);
        paid.stream().map(candidate -> candidate.invoice().toString()).sorted().forEach(canonical::text);
        byte[] hash = canonical.toBytes();
        return new PaymentReference("Q" + base32(Arrays.copyOf(hash, 16)), uetr(Arrays.copyOfRange(hash, 16, 32)));
    }

    /** Text of 128 bits in the alphabet of RFC 4648: every bank's reference character set has it. */
    static String base32(byte[] bits) {
        var rest = new BigInteger(1, bits);
        var digits = new char[DIGITS];
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = BASE32[rest.intValue() & 31];
            rest = rest.shiftRight(5);
        }
        return new String(digits);
    }

    /** 128 bits in the form of a version 4 UUID, lower case (ISO 20022 {@code UUIDv4Identifier}). */
    private static String uetr(byte[] bits) {
        bits[6] = (byte) (bits[6] & 0x0f | 0x40);
        bits[8] = (byte) (bits[8] & 0x3f | 0x80);
        String hex = HexFormat.of().formatHex(bits);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }
}
