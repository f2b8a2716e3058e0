package io.quittance.world;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.csv.InvoiceCsvWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invoice files in a drop folder: for each entity one after another, none with too many documents. */
final class InvoiceFolder implements Closeable {

    private static final int DOCUMENTS_A_FILE = 50_000;

    private final Path folder;
    private final Map<String, Open> open = new HashMap<>();

    /** The file that an entity's documents go into now. */
    private static final class Open {
        private final InvoiceCsvWriter writer;
        private final int number;
        private int documents;

        Open(InvoiceCsvWriter writer, int number) {
            this.writer = writer;
            this.number = number;
        }
    }

    InvoiceFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(Invoice invoice) throws IOException {
        Open file = open.get(invoice.entity());
        if (file == null || file.documents == DOCUMENTS_A_FILE) {
            file = next(invoice.entity(), file);
            open.put(invoice.entity(), file);
        }
        file.writer.write(invoice);
        file.documents++;
    }

    private Open next(String entity, @Nullable Open full) throws IOException {
        if (full != null) {
            full.writer.close();
        }
        int number = full == null ? 1 : full.number + 1;
        Path file = folder.resolve("%s-%04d.csv".formatted(entity.toLowerCase(Locale.ROOT), number));
        return new Open(InvoiceCsvWriter.exact(new BufferedOutputStream(Files.newOutputStream(file))), number);
    }

    @Override
    public void close() throws IOException {
        for (Open file : open.values()) {
            file.writer.close();
        }
    }
}
