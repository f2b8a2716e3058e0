package io.quittance.invoice.profile;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a sheet that was looked through before, document by document; never more than one document in memory. */
final class ProfiledReader implements SheetDocuments {

    private final DeliveredFile file;
    private final ReadLimits limits;
    private final ProfiledInvoices.Settled settled;
    private final Sheet.Rows rows;
    private @Nullable SheetRow ahead;
    private int position;

    ProfiledReader(DeliveredFile file, ReadLimits limits, ProfiledInvoices.Settled settled) throws IOException {
        this.file = file;
        this.limits = limits;
        this.settled = settled;
        rows = settled.sheet().rows();
        ahead = nextRow();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public ReadDocument next() {
        DocumentRows document = nextRows();
        var reader = new ProfileDocumentReader(file, settled.sheet(), settled.layout(), settled.habits(), document);
        return reader.read(
                position, settled.survey().isScattered(document.rows().getFirst()));
    }

    @Override
    public void skip(int documents) {
        for (int i = 0; i < documents; i++) {
            nextRows();
        }
    }

    @Override
    public Original original() {
        byte[] alone = settled.sheet().original(rows());
        return out -> out.write(alone);
    }

    @Override
    public Sheet sheet() {
        return settled.sheet();
    }

    @Override
    public List<SheetRow> rows() {
        DocumentRows document = nextRows();
        return document.isTooLong() ? List.of() : document.rows();
    }

    private DocumentRows nextRows() {
        if (ahead == null) {
            throw new NoSuchElementException(file.name() + " has " + position + " documents");
        }
        var document = new DocumentRows(settled.layout(), limits.documentLines(), limits.documentChars());
        while (ahead != null && document.takes(ahead)) {
            ahead = nextRow();
        }
        position++;
        return document;
    }

    private @Nullable SheetRow nextRow() {
        try {
            return rows.next();
        } catch (UnreadableException e) {
            throw new UncheckedIOException(file.name() + " was readable a moment ago and has changed since", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Sheet sheet = settled.sheet()) {
            rows.close();
        }
    }
}
