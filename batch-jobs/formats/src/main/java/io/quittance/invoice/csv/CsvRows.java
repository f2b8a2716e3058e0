package io.quittance.invoice.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.text.StrictUtf8Reader;
import io.quittance.text.UnreadableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180) one by one: UTF-8 and comma unless told otherwise, quotes doubled inside quotes. Blank lines are passed over.
 * A row of any number of fields is a row; a quote that is never closed, or closed in the middle of a field, ends the reading,
 * since nobody knows where the next row begins.
 */
final class CsvRows implements Closeable {

    private final RowHandler handler;
    private final CloseableIterator<CsvRow> rows;

    CsvRows(InputStream in, ReadLimits limits) {
        this(new StrictUtf8Reader(in, limits.csvBytes()), ',', limits);
    }

    /** Rows with another separator, decoded already. */
    CsvRows(Reader text, char separator, ReadLimits limits) {
        handler = new RowHandler(limits.rowChars());
        rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(Math.max(limits.rowChars(), 16 << 10))
                .build(handler, text)
                .iterator();
    }

    /** The next row; null at the end. */
    @Nullable
    CsvRow next() throws UnreadableException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw reason(e);
        }
    }

    /** Reads on to the end and keeps nothing: whoever gets there has met no bad byte and no open quote. */
    void passOver() throws UnreadableException {
        handler.passing = true;
        for (CsvRow row = next(); row != null; row = next()) {
            // Nothing is made of it.
        }
    }

    private UnreadableException reason(RuntimeException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnreadableException unreadable -> {
                    return unreadable;
                }
                case IOException fault -> throw new UncheckedIOException(fault);
                default -> {}
            }
        }
        String said = String.valueOf(refusal.getMessage());
        return said.contains("maximum buffer size") ? handler.rowTooLong() : badQuotes(said);
    }

    private UnreadableException badQuotes(String said) {
        String message = "in the row that begins here: " + said.replaceAll(" \\(record starting.*", "");
        return new UnreadableException(
                FindingCode.ROW_MALFORMED, handler.line(), 0, "quotes closed, and doubled inside quotes", message);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Puts fields together to a row; FastCSV owns the buffer that they lie in. */
    private static final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private static final int COLUMNS = CsvColumn.values().length;

        private final int maxChars;
        private long line = 1;
        private int chars;
        private boolean passing;
        private List<String> fields = new ArrayList<>();
        private List<Boolean> quotes = new ArrayList<>();

        RowHandler(int maxChars) {
            this.maxChars = maxChars;
        }

        long line() {
            return line;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            chars = 0;
            if (!passing) {
                fields = new ArrayList<>(COLUMNS);
                quotes = new ArrayList<>(COLUMNS);
            }
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            chars += length + 1;
            if (chars > maxChars) {
                throw new UncheckedIOException(rowTooLong());
            }
            if (!passing) {
                fields.add(new String(buffer, offset, length));
                quotes.add(quoted);
            }
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(line, fields, quotes, chars);
        }

        UnreadableException rowTooLong() {
            return UnreadableException.tooLarge("characters in one row", maxChars, line, 0);
        }
    }
}
