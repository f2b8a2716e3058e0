package io.quittance.invoice.csv;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a file that was looked through before, document by document; never more than one document in memory. */
final class CsvInvoiceReader implements SheetDocuments {

    private final DeliveredFile file;
    private final ReadLimits limits;
    private final CsvHeader header;
    private final CsvRows rows;
    private @Nullable CsvRow ahead;
    private int position;

    /** @param rows after the header */
    CsvInvoiceReader(DeliveredFile file, ReadLimits limits, CsvHeader header, CsvRows rows) {
        this.file = file;
        this.limits = limits;
        this.header = header;
        this.rows = rows;
        ahead = nextRow();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public ReadDocument next() {
        CsvDocument document = nextRows();
        return new CsvDocumentReader(file, position, document).read();
    }

    @Override
    public void skip(int documents) {
        for (int i = 0; i < documents; i++) {
            nextRows();
        }
    }

    @Override
    public Original original() {
        String rows = nextRows().original();
        return out -> out.write(rows.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Sheet sheet() {
        return new CsvSheet(file, limits, new CsvShape(CsvEncoding.byMark(file), ',', null, "\n"), header.row());
    }

    @Override
    public List<SheetRow> rows() {
        CsvDocument document = nextRows();
        return document.isTooLong()
                ? List.of()
                : document.rows().stream().map(CsvSheet::sheetRow).toList();
    }

    private CsvDocument nextRows() {
        if (ahead == null) {
            throw new NoSuchElementException(file.name() + " has " + position + " documents");
        }
        var document = new CsvDocument(header, limits.documentLines(), limits.documentChars());
        while (ahead != null && document.takes(ahead)) {
            ahead = nextRow();
        }
        position++;
        return document;
    }

    private @Nullable CsvRow nextRow() {
        try {
            return rows.next();
        } catch (UnreadableException e) {
            throw new UncheckedIOException(file.name() + " was readable a moment ago and has changed since", e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
