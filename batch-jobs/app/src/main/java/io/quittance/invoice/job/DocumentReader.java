package io.quittance.invoice.job;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.InvoiceFiles;
import io.quittance.invoice.store.IntakeRows.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the documents of the files of a work set, one after another. Its position is a file and how many documents of it
 * were handed out, so that a restart goes on in mid-file.
 */
final class DocumentReader implements ItemStreamReader<Read> {

    private static final String FILE = "file";
    private static final String DOCUMENTS = "documents";

    private final List<DeliveredFile> files;
    private int file;
    private int documents;
    private @Nullable InvoiceFileReader open;

    /** @param files from the archive: they cannot change any more */
    DocumentReader(List<DeliveredFile> files) {
        this.files = files;
    }

    @Override
    public void open(ExecutionContext context) {
        file = context.getInt(FILE, 0);
        documents = context.getInt(DOCUMENTS, 0);
        if (file < files.size() && documents > 0) {
            open = InvoiceFiles.open(files.get(file));
            open.skip(documents);
        }
    }

    @Override
    public @Nullable Read read() {
        while (file < files.size()) {
            InvoiceFileReader reader = open == null ? InvoiceFiles.open(files.get(file)) : open;
            open = reader;
            if (reader.hasNext()) {
                documents++;
                return new Read(files.get(file), reader.next());
            }
            close();
            file++;
            documents = 0;
        }
        return null;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(FILE, file);
        context.putInt(DOCUMENTS, documents);
    }

    @Override
    public void close() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open = null;
        }
    }
}
