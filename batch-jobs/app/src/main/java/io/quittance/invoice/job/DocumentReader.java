package io.quittance.invoice.job;

import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.store.IntakeRows.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the documents of the files of a work set, one after another. Its position is a file and how many documents of it
 * were handed out, so that a restart goes on in mid-file. A file that is refused as a whole is one refusal at position 0.
 */
final class DocumentReader implements ItemStreamReader<Read> {

    private static final String FILE = "file";
    private static final String DOCUMENTS = "documents";

    private final List<DeliveredFile> files;
    private final Profiles profiles;
    private int file;
    private int documents;
    private @Nullable InvoiceFileReader reader;

    /**
     * @param files from the archive: they cannot change any more
     * @param profiles those that were frozen with the work set
     */
    DocumentReader(List<DeliveredFile> files, Profiles profiles) {
        this.files = files;
        this.profiles = profiles;
    }

    @Override
    public void open(ExecutionContext context) {
        file = context.getInt(FILE, 0);
        documents = context.getInt(DOCUMENTS, 0);
        if (file < files.size() && documents > 0) {
            switch (InvoiceFiles.open(files.get(file), ReadLimits.DEFAULT, profiles)) {
                case InvoiceFile.Readable readable -> {
                    reader = readable.documents();
                    reader.skip(documents);
                }
                case InvoiceFile.Unreadable unreadable -> nextFile();
            }
        }
    }

    @Override
    public @Nullable Read read() {
        while (file < files.size()) {
            InvoiceFileReader open = reader;
            if (open == null) {
                switch (InvoiceFiles.open(files.get(file), ReadLimits.DEFAULT, profiles)) {
                    case InvoiceFile.Unreadable unreadable
                    when documents == 0 -> {
                        documents = 1;
                        return refused(unreadable.findings());
                    }
                    case InvoiceFile.Unreadable handedOut -> nextFile();
                    case InvoiceFile.Readable readable -> {
                        reader = readable.documents();
                        if (reader.hasNext()) {
                            return next(reader, readable.warnings());
                        }
                        nextFile();
                    }
                }
            } else if (open.hasNext()) {
                return next(open, Findings.NONE);
            } else {
                nextFile();
            }
        }
        return null;
    }

    private Read next(InvoiceFileReader open, Findings aboutTheFile) {
        documents++;
        return new Read(files.get(file), open.next(), aboutTheFile);
    }

    private Read refused(Findings findings) {
        DeliveredFile whole = files.get(file);
        return new Read(whole, new Refused(0, Place.of(whole.name()), findings, Stated.NOTHING), Findings.NONE);
    }

    private void nextFile() {
        close();
        file++;
        documents = 0;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(FILE, file);
        context.putInt(DOCUMENTS, documents);
    }

    @Override
    public void close() {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reader = null;
        }
    }
}
