package io.quittance.text;

import io.quittance.finding.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, or another encoding that is known to be the file's, and nothing else. A byte order mark is tolerated; a malformed byte, a NUL or another control character
 * ends the reading with the line and the column where it stood. The usual readers put U+FFFD in place of a bad byte, and a
 * name that was changed in silence is worse than a file that is refused.
 */
public final class StrictUtf8Reader extends Reader {

    private static final int BUFFER = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final long maxBytes;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();

    private long bytesRead;
    private long line = 1;
    private long column;
    private boolean begun;
    private boolean ended;
    private boolean afterReturn;

    /** @param maxBytes more than these are {@link FindingCode#FILE_TOO_LARGE} */
    public StrictUtf8Reader(InputStream in, long maxBytes) {
        this(in, maxBytes, StandardCharsets.UTF_8);
    }

    /**
     * The same for a file whose encoding is known to be another one, just as strictly.
     *
     * @param maxBytes more than these are {@link FindingCode#FILE_TOO_LARGE}
     */
    public StrictUtf8Reader(InputStream in, long maxBytes, Charset charset) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!chars.hasRemaining()) {
            fill();
        }
        int count = Math.min(length, chars.remaining());
        if (count == 0) {
            return -1;
        }
        chars.get(target, offset, count);
        return count;
    }

    private void fill() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        while (chars.position() == 0 && !ended && result.isUnderflow()) {
            fetch();
            result = decoder.decode(bytes, chars, ended);
        }
        chars.flip();
        skipByteOrderMark();
        inspect();
        if (result.isError()) {
            throw notUtf8(result.length());
        }
    }

    private void fetch() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        if (count > 0) {
            bytes.position(bytes.position() + count);
            bytesRead += count;
        }
        bytes.flip();
        if (bytesRead > maxBytes) {
            throw UnreadableException.tooLarge("bytes", maxBytes, 0, 0);
        }
    }

    private void skipByteOrderMark() {
        if (!begun && chars.hasRemaining() && chars.get(chars.position()) == BYTE_ORDER_MARK) {
            chars.get();
        }
        begun |= chars.hasRemaining() || ended;
    }

    /** Every character of every file passes here, so what lies between two control characters is counted at once. */
    private void inspect() throws UnreadableException {
        char[] text = chars.array();
        int from = chars.position();
        for (int i = from; i < chars.limit(); i++) {
            char c = text[i];
            if (c < ' ' || c == 0x7F) {
                count(i - from);
                inspectControl(c);
                from = i + 1;
            }
        }
        count(chars.limit() - from);
    }

    private void count(int visible) {
        column += visible;
        afterReturn &= visible == 0;
    }

    private void inspectControl(char c) throws UnreadableException {
        switch (c) {
            case '\n' -> line += afterReturn ? 0 : 1;
            case '\r' -> line++;
            case '\t' -> {}
            default ->
                throw new UnreadableException(
                        FindingCode.FILE_UNREADABLE,
                        line,
                        column + 1,
                        "text",
                        String.format("there is a control character U+%04X", (int) c));
        }
        column = c == '\t' ? column + 1 : 0;
        afterReturn = c == '\r';
    }

    private UnreadableException notUtf8(int length) {
        var read = new StringBuilder();
        for (int i = 0; i < length && i < bytes.remaining(); i++) {
            read.append(String.format(" %02X", bytes.get(bytes.position() + i)));
        }
        String name = charset.name();
        return new UnreadableException(
                FindingCode.FILE_UNREADABLE, line, column + 1, name, "the bytes" + read + " are not " + name);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
