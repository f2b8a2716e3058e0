package io.quittance.invoice.csv;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written.
 *
 * @param named the separator that its first line names for Excel ({@code sep=;}), null when there is no such line
 * @param lineEnd of its first line
 */
record CsvShape(
        CsvEncoding encoding, char separator, @Nullable Character named, String lineEnd) {

    private static final int LOOK = 64 << 10;

    /** What can be told without knowing the profile. A bad byte further on is for whoever reads it. */
    static CsvShape of(DeliveredFile file, CsvEncoding encoding) {
        String head = head(file, encoding);
        int end = head.indexOf('\n');
        String first = end < 0 ? head : head.substring(0, end).strip();
        String lineEnd =
                end > 0 && head.charAt(end - 1) == '\r' ? "\r\n" : end < 0 && head.indexOf('\r') > 0 ? "\r" : "\n";
        boolean names = first.length() == 5 && first.startsWith("sep=") && separates(first.charAt(4));
        return new CsvShape(encoding, ',', names ? first.charAt(4) : null, lineEnd);
    }

    /** A quote cannot also separate; letters and digits would take fields apart. */
    private static boolean separates(char c) {
        return c != '"' && !Character.isLetterOrDigit(c) && !Character.isISOControl(c) || c == '\t';
    }

    private static String head(DeliveredFile file, CsvEncoding encoding) {
        try (Reader text = encoding.lenientReader(file)) {
            char[] head = new char[LOOK];
            int count = text.read(head);
            return count < 0 ? "" : new String(head, 0, count).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    CsvShape with(CsvEncoding other) {
        return new CsvShape(other, separator, named, lineEnd);
    }

    CsvShape with(char other) {
        return new CsvShape(encoding, other, named, lineEnd);
    }

    CsvRows rows(DeliveredFile file, ReadLimits limits) {
        return new CsvRows(encoding.reader(file, limits.csvBytes()), separator, limits);
    }

    /** The first row that is not the naming of the separator; null in an empty file. */
    @Nullable
    CsvRow header(DeliveredFile file, ReadLimits limits) throws IOException {
        try (CsvRows rows = rows(file, limits)) {
            CsvRow first = rows.next();
            return first != null && named != null ? rows.next() : first;
        }
    }

    void appendTo(StringBuilder text, CsvRow row) {
        row.appendTo(text, separator);
        text.append(lineEnd);
    }
}
