package io.quittance.testkit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Changes that know nothing of a file's structure. */
public final class Bytes {

    private static final String TELLING = "\"\"\n\r,;-.0123456789eE<>&'\u0000\u00FF\u00C3 =/()[]{}\\";
    private static final byte[][] MARKS = {
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, {(byte) 0xFF, (byte) 0xFE}, {(byte) 0xFE, (byte) 0xFF}
    };

    /** Characters of which a long run may cost more than its length. */
    private static final String[] RUNS = {
        " ", "\t", "\n", "\r\n", "0", "9", "a", "\"", ",", "<", "(", "-", "\u00E9 ", "&#32;"
    };

    /** All of them. */
    public static final Mutation ANY = Mutation.oneOf(
            Bytes::telling,
            Bytes::flipped,
            Bytes::copied,
            Bytes::cutOff,
            Bytes::cutOut,
            Bytes::spliced,
            Bytes::marked,
            Bytes::extreme,
            Bytes::run);

    private Bytes() {}

    private static byte[] telling(byte[] good, byte[] other, Random random) {
        return with(good, random, (byte) TELLING.charAt(random.nextInt(TELLING.length())));
    }

    private static byte[] flipped(byte[] good, byte[] other, Random random) {
        int at = at(good, random);
        return good.length == 0 ? good : with(good, at, (byte) (good[at] ^ (1 << random.nextInt(8))));
    }

    private static byte[] copied(byte[] good, byte[] other, Random random) {
        return good.length == 0 ? good : with(good, random, good[at(good, random)]);
    }

    private static byte[] with(byte[] good, Random random, byte one) {
        return good.length == 0 ? good : with(good, at(good, random), one);
    }

    private static byte[] with(byte[] good, int at, byte one) {
        byte[] bytes = good.clone();
        bytes[at] = one;
        return bytes;
    }

    private static byte[] cutOff(byte[] good, byte[] other, Random random) {
        return Arrays.copyOf(good, at(good, random));
    }

    private static byte[] cutOut(byte[] good, byte[] other, Random random) {
        int from = at(good, random);
        int to = Math.min(good.length, from + random.nextInt(64));
        return replaced(good, from, to, new byte[0]);
    }

    private static byte[] spliced(byte[] good, byte[] other, Random random) {
        int from = at(other, random);
        int to = Math.min(other.length, from + random.nextInt(512));
        int at = at(good, random);
        return replaced(good, at, at, Arrays.copyOfRange(other, from, to));
    }

    private static byte[] marked(byte[] good, byte[] other, Random random) {
        int at = random.nextBoolean() ? 0 : at(good, random);
        return replaced(good, at, at, MARKS[random.nextInt(MARKS.length)]);
    }

    private static byte[] extreme(byte[] good, byte[] other, Random random) {
        int at = at(good, random);
        return replaced(good, at, at, Extremes.any(random).getBytes(UTF_8));
    }

    /** Mostly short; one in eight is long enough to show what grows with the square. */
    private static byte[] run(byte[] good, byte[] other, Random random) {
        int length = random.nextInt(8) == 0 ? 90_000 : random.nextInt(300);
        int at = at(good, random);
        return replaced(
                good, at, at, RUNS[random.nextInt(RUNS.length)].repeat(length).getBytes(UTF_8));
    }

    private static int at(byte[] bytes, Random random) {
        return bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    }

    static byte[] replaced(byte[] good, int from, int to, byte[] by) {
        var out = new ByteArrayOutputStream(good.length + by.length);
        out.write(good, 0, from);
        out.writeBytes(by);
        out.write(good, to, good.length - to);
        return out.toByteArray();
    }
}
