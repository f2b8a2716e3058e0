package io.quittance.invoice.json;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.json.JsonDocuments;
import io.quittance.json.JsonText;
import io.quittance.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a file that was looked through before, document by document; never more than two of them in memory. */
final class JsonInvoiceReader implements InvoiceFileReader {

    private final DeliveredFile file;
    private final ReadLimits limits;
    private final JsonSyntax syntax;
    private final JsonDocuments documents;
    private @Nullable JsonValue ahead;
    private int position;

    JsonInvoiceReader(DeliveredFile file, ReadLimits limits, JsonSyntax syntax, JsonDocuments documents) {
        this.file = file;
        this.limits = limits;
        this.syntax = syntax;
        this.documents = documents;
        ahead = nextValue();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public ReadDocument next() {
        return syntax.reads().read(file, nextDocument(), limits);
    }

    @Override
    public void skip(int toPass) {
        for (int i = 0; i < toPass; i++) {
            nextDocument();
        }
    }

    @Override
    public Original original() {
        String text = JsonText.of(nextDocument().value());
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonDocument nextDocument() {
        JsonValue value = ahead;
        if (value == null) {
            throw new NoSuchElementException(file.name() + " has " + position + " documents");
        }
        String pointer = documents.isArray() ? "/" + position : "";
        position++;
        ahead = nextValue();
        return new JsonDocument(position, pointer, value);
    }

    private @Nullable JsonValue nextValue() {
        try {
            return documents.next();
        } catch (IOException e) {
            throw new UncheckedIOException(file.name() + " was readable a moment ago and has changed since", e);
        }
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }
}
