package io.quittance.invoice.pdf;

import io.quittance.finding.FindingCode;
import io.quittance.text.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses a PDF that is a bomb, before PDFBox sees it: objects and cross references may lie in compressed streams, which PDFBox
 * 3.0 inflates whole and into memory, however much there is in them. So every stream is inflated here once and thrown away, which
 * needs 64 KiB.
 */
final class Expansion {

    /** Streams of objects and of cross references, which PDFBox inflates; the largest in real invoices are some 100 KB. */
    private static final long STRUCTURE_BYTES = 32L << 20;

    /** Any other, which it does not: a page scanned in colour at 600 dots per inch has 104 MB. */
    private static final long STREAM_BYTES = 256L << 20;

    private static final long FILE_BYTES = 1L << 30;

    /** How far before its stream a dictionary is looked for. */
    private static final int DICTIONARY = 16 << 10;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STRUCTURE = Pattern.compile("/(First|W|ObjStm|XRef)\\b");
    private static final Pattern OTHER_FILTER = Pattern.compile("/(LZW|LZWDecode|RL|RunLengthDecode)\\b");

    private final byte[] pdf;
    private final byte[] inflated = new byte[64 << 10];
    private long sum;

    private Expansion(byte[] pdf) {
        this.pdf = pdf;
    }

    static void check(byte[] pdf) throws UnreadableException {
        new Expansion(pdf).check();
    }

    private void check() throws UnreadableException {
        for (int at = next(0); at >= 0; at = next(at)) {
            if (!isInflated(at)
                    && isStructure(at)
                    && OTHER_FILTER.matcher(dictionary(at)).find()) {
                throw new UnreadableException(
                        FindingCode.FILE_UNREADABLE,
                        0,
                        0,
                        "Flate",
                        "the objects of the PDF are compressed in an odd way");
            }
        }
    }

    private boolean isStructure(int afterStream) {
        return STRUCTURE.matcher(dictionary(afterStream)).find();
    }

    /** Where the next word "stream" ends; "endstream" is another one. */
    private int next(int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's' && isStream(at) && (at == 0 || pdf[at - 1] != 'd')) {
                return at + STREAM.length;
            }
        }
        return -1;
    }

    private boolean isStream(int at) {
        for (int i = 1; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** What stands before a stream, names in it without escapes: {@code /F#69rst} is {@code /First}. */
    private String dictionary(int afterStream) {
        int begin = Math.max(0, afterStream - DICTIONARY);
        String text = new String(pdf, begin, afterStream - begin, StandardCharsets.ISO_8859_1);
        return text.indexOf('#') < 0
                ? text
                : HEX.matcher(text)
                        .replaceAll(hex ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    /** Whether it is compressed by Flate, which like PDFBox does not look at the two bytes of the header. */
    private boolean isInflated(int afterStream) throws UnreadableException {
        int begin = afterStream;
        while (begin < pdf.length && (pdf[begin] == '\r' || pdf[begin] == '\n')) {
            begin++;
        }
        begin = Math.min(pdf.length, begin + 2);
        var inflater = new Inflater(true);
        try {
            inflater.setInput(pdf, begin, pdf.length - begin);
            long bytes = 0;
            for (int n = inflater.inflate(inflated); n > 0; n = inflater.inflate(inflated)) {
                checkSize(bytes, bytes + n, afterStream);
                bytes += n;
            }
            return inflater.finished();
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** The dictionary is looked at once, when a stream grows beyond what that of objects may have. */
    private void checkSize(long before, long bytes, int afterStream) throws UnreadableException {
        sum += bytes - before;
        boolean grown = before <= STRUCTURE_BYTES && bytes > STRUCTURE_BYTES;
        long limit = grown && isStructure(afterStream) ? STRUCTURE_BYTES : STREAM_BYTES;
        if (bytes > limit || sum > FILE_BYTES) {
            throw UnreadableException.tooLarge("bytes after inflating", limit, 0, 0);
        }
    }
}
