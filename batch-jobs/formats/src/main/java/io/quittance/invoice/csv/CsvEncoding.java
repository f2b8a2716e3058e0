package io.quittance.invoice.csv;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.text.StrictUtf8Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 when all of it is, else the one that the profile names.
 *
 * @param mark the byte order mark it begins with
 * @param assumed whether it is the profile's word and nothing else
 */
record CsvEncoding(Charset charset, byte[] mark, boolean assumed) {

    private static final byte[] NO_MARK = {};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};

    /** By the first bytes alone: the text of a header has no other letters than these can tell. */
    static CsvEncoding byMark(DeliveredFile file) {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(3);
            if (begins(head, UTF_8_MARK)) {
                return new CsvEncoding(StandardCharsets.UTF_8, UTF_8_MARK, false);
            }
            if (begins(head, UTF_16LE_MARK)) {
                return new CsvEncoding(StandardCharsets.UTF_16LE, UTF_16LE_MARK, false);
            }
            return begins(head, UTF_16BE_MARK)
                    ? new CsvEncoding(StandardCharsets.UTF_16BE, UTF_16BE_MARK, false)
                    : new CsvEncoding(StandardCharsets.UTF_8, NO_MARK, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    /** The same, or the fallback when the file has no mark and is not UTF-8 to its end. */
    CsvEncoding orElse(@Nullable Charset fallback, DeliveredFile file) {
        return fallback == null || mark.length > 0 || isUtf8(file) ? this : new CsvEncoding(fallback, NO_MARK, true);
    }

    private static boolean begins(byte[] head, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(DeliveredFile file) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = file.open()) {
            for (int count = in.read(bytes.array(), 0, bytes.capacity()); count >= 0; ) {
                bytes.position(bytes.position() + count).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), false);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            }
            return !decoder.decode(bytes.flip(), chars.clear(), true).isError();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    /** The text with whatever is wrong replaced: to look at it, never to take it in. */
    Reader lenientReader(DeliveredFile file) {
        return new InputStreamReader(file.open(), charset);
    }

    /** The text without the mark, strictly. */
    StrictUtf8Reader reader(DeliveredFile file, long maxBytes) {
        return new StrictUtf8Reader(file.open(), maxBytes, charset);
    }
}
