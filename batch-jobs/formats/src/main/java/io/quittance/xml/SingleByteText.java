package io.quittance.xml;

import io.quittance.finding.FindingCode;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A text of one byte a character as UTF-8. A byte that the encoding does not define, or that is a control character in it,
 * ends the reading with line and column: in windows-1252 such a byte is a broken file, in ISO-8859-1 it is windows-1252 under a
 * wrong name.
 */
final class SingleByteText extends InputStream {

    private static final int BUFFER = 8 * 1024;
    private static final byte[] UNDEFINED = new byte[0];

    private final InputStream in;
    private final XmlEncoding encoding;
    private final byte[][] utf8 = new byte[256][];
    private final byte[] read = new byte[BUFFER];
    private final ByteBuffer ready = ByteBuffer.allocate(BUFFER * 3).flip();
    private long line = 1;
    private long column;

    SingleByteText(InputStream in, XmlEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
        for (int i = 0; i < utf8.length; i++) {
            utf8[i] = utf8(i);
        }
    }

    private byte[] utf8(int value) {
        try {
            var text = encoding.charset().newDecoder().decode(ByteBuffer.wrap(new byte[] {(byte) value}));
            char c = text.get();
            return c >= 0x80 && Character.isISOControl(c)
                    ? UNDEFINED
                    : String.valueOf(c).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            // This byte means nothing in this encoding.
            return UNDEFINED;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, ready.remaining());
        ready.get(target, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (!ready.hasRemaining()) {
            int count = in.read(read);
            if (count < 0) {
                return false;
            }
            ready.clear();
            for (int i = 0; i < count; i++) {
                put(read[i]);
            }
            ready.flip();
        }
        return true;
    }

    private void put(byte one) throws UnreadableException {
        column++;
        byte[] text = utf8[one & 0xFF];
        if (text.length == 0) {
            String message = String.format("the byte %02X is no character in %s", one & 0xFF, encoding.charset());
            throw new UnreadableException(
                    FindingCode.FILE_UNREADABLE,
                    line,
                    column,
                    encoding.charset().name(),
                    message);
        }
        if (one == '\n') {
            line++;
            column = 0;
        }
        ready.put(text);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
