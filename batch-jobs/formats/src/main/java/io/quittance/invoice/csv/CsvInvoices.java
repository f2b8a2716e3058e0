package io.quittance.invoice.csv;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Opens our invoice CSV. The whole file is looked through once before the first document is handed out: a bad byte or an open
 * quote at its end must not come to light when half of its invoices are already in the books.
 */
public final class CsvInvoices {

    /** What to do about a file in which nothing stands. */
    static final String EMPTY =
            "Look whether the file was written to its end, and send it again with what belongs into it.";

    private CsvInvoices() {}

    /** The file with its documents, or why it is refused as a whole. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        try {
            CsvHeader header = lookThrough(file, limits);
            if (header == null) {
                return InvoiceFile.unreadable(Finding.of(
                                FindingCode.FILE_UNREADABLE,
                                Place.of(file.name()),
                                null,
                                "a header and rows",
                                "the file is empty")
                        .withHint(EMPTY));
            }
            if (!header.isOurs()) {
                return InvoiceFile.unreadable(notOurs(file, header));
            }
            return header.isComplete()
                    ? new InvoiceFile.Readable(InvoiceFormat.CSV, header.findings(), reader(file, limits, header))
                    : new InvoiceFile.Unreadable(header.findings());
        } catch (UnreadableException e) {
            return InvoiceFile.unreadable(e.finding(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static @Nullable CsvHeader lookThrough(DeliveredFile file, ReadLimits limits) throws IOException {
        try (var rows = new CsvRows(file.open(), limits)) {
            CsvRow first = rows.next();
            CsvHeader header = first == null ? null : CsvHeader.of(file.name(), first);
            if (header != null && header.isOurs()) {
                rows.passOver();
            }
            return header;
        }
    }

    private static CsvInvoiceReader reader(DeliveredFile file, ReadLimits limits, CsvHeader header) throws IOException {
        var rows = new CsvRows(file.open(), limits);
        rows.next();
        return new CsvInvoiceReader(file, limits, header, rows);
    }

    private static Finding notOurs(DeliveredFile file, CsvHeader header) {
        CsvRow row = header.row();
        String first = FieldReader.shown(row.field(0));
        String why = row.size() == 1 && first.contains(";")
                ? "the columns are separated by semicolons, not by commas"
                : "the first row is not our header, it begins with '" + first + "'";
        Place place = Place.of(file.name(), row.line());
        return Finding.of(FindingCode.FILE_FORMAT_UNKNOWN, place, first, "document_type,invoice_number,...", why);
    }
}
