package io.quittance.engine.copy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes rows of PostgreSQL's text COPY format (manual, COPY, "Text Format") into one reused buffer: values separated by
 * tabs, rows ended by a newline, {@code \N} for null, backslash escapes for backslash, tab, newline and carriage return.
 *
 * <p>Numbers, dates and UUIDs are written as ASCII digits without a String in between.
 */
public final class CopyRow {

    /** Takes the buffer when it is full. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] buffer, int length);
    }

    static final int BUFFER = 64 * 1024;
    /** No single write below needs more room than this. */
    private static final int ROOM = 64;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[20];
    private final int columns;
    private final Sink sink;
    private int position;
    private int column;
    private long rows;

    CopyRow(int columns, Sink sink) {
        this.columns = columns;
        this.sink = sink;
    }

    /** A text; null becomes SQL null. Refuses what PostgreSQL's UTF-8 cannot hold: NUL and lone surrogates. */
    public CopyRow text(@Nullable String value) {
        if (value == null) {
            return nul();
        }
        begin();
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (position > BUFFER - ROOM) {
                flush();
            }
            char c = value.charAt(i);
            if (c >= 0x80) {
                i += nonAscii(value, i);
            } else if (c < ' ' || c == '\\') {
                control(c);
            } else {
                buffer[position++] = (byte) c;
            }
        }
        return this;
    }

    /** A whole number: minor units, positions, counts. */
    public CopyRow number(long value) {
        begin();
        decimalDigits(value, 1);
        return this;
    }

    /** A decimal with the scale it has. */
    public CopyRow decimal(@Nullable BigDecimal value) {
        return text(value == null ? null : value.toPlainString());
    }

    /** A date from year 1 to 9999, as ISO 8601. */
    public CopyRow date(@Nullable LocalDate value) {
        if (value == null) {
            return nul();
        }
        if (value.getYear() < 1 || value.getYear() > 9999) {
            throw new IllegalArgumentException("a date outside the years 1 to 9999: " + value);
        }
        begin();
        decimalDigits(value.getYear(), 4);
        buffer[position++] = '-';
        decimalDigits(value.getMonthValue(), 2);
        buffer[position++] = '-';
        decimalDigits(value.getDayOfMonth(), 2);
        return this;
    }

    public CopyRow uuid(@Nullable UUID value) {
        if (value == null) {
            return nul();
        }
        begin();
        hex(value.getMostSignificantBits());
        hex(value.getLeastSignificantBits());
        return this;
    }

    /** Bytes, in the hexadecimal form of {@code bytea}; at most a digest's worth. */
    public CopyRow bytes(byte[] value) {
        return text("\\x" + HexFormat.of().formatHex(value));
    }

    public CopyRow bool(boolean value) {
        begin();
        buffer[position++] = value ? (byte) 't' : (byte) 'f';
        return this;
    }

    public CopyRow nul() {
        begin();
        buffer[position++] = '\\';
        buffer[position++] = 'N';
        return this;
    }

    /** Ends the row. A row with too few or too many values is a bug and said here, not by the server at the end. */
    public void end() {
        if (column != columns) {
            throw new IllegalStateException("a row of " + column + " values for " + columns + " columns");
        }
        buffer[position++] = '\n';
        column = 0;
        rows++;
    }

    /** Hands over what is left and tells the number of rows. */
    long finish() {
        if (column != 0) {
            throw new IllegalStateException("the last row was not ended");
        }
        flush();
        return rows;
    }

    /** Makes room, and separates this value from the one before. */
    private void begin() {
        if (position > BUFFER - ROOM) {
            flush();
        }
        if (column++ > 0) {
            buffer[position++] = '\t';
        }
    }

    private void flush() {
        if (position > 0) {
            sink.write(buffer, position);
            position = 0;
        }
    }

    private void control(char c) {
        byte escaped = switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case 0 -> throw new IllegalArgumentException("a text with the character NUL cannot be stored");
            default -> 0;
        };
        if (escaped == 0) {
            buffer[position++] = (byte) c;
        } else {
            buffer[position++] = '\\';
            buffer[position++] = escaped;
        }
    }

    /** UTF-8 of the code point at i; tells how many further characters it took. */
    private int nonAscii(String value, int i) {
        int point = value.codePointAt(i);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("a text with half a surrogate pair cannot be stored");
        }
        if (point < 0x800) {
            buffer[position++] = (byte) (0xC0 | point >> 6);
        } else if (point < 0x10000) {
            buffer[position++] = (byte) (0xE0 | point >> 12);
            buffer[position++] = (byte) (0x80 | point >> 6 & 0x3F);
        } else {
            buffer[position++] = (byte) (0xF0 | point >> 18);
            buffer[position++] = (byte) (0x80 | point >> 12 & 0x3F);
            buffer[position++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        buffer[position++] = (byte) (0x80 | point & 0x3F);
        return Character.charCount(point) - 1;
    }

    /** Works on the negative side, which has room for Long.MIN_VALUE. */
    private void decimalDigits(long value, int width) {
        if (value < 0) {
            buffer[position++] = '-';
        }
        long rest = value > 0 ? -value : value;
        int from = digits.length;
        do {
            digits[--from] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        while (digits.length - from < width) {
            digits[--from] = '0';
        }
        System.arraycopy(digits, from, buffer, position, digits.length - from);
        position += digits.length - from;
    }

    private void hex(long bits) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            buffer[position++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }
}
