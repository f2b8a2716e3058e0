package io.quittance.invoice.json;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.json.JsonDocuments;
import io.quittance.json.JsonLimits;
import io.quittance.json.JsonValue;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file of invoices in JSON: one document, or an array of them. The whole file is looked through once before the first
 * document is handed out, as with CSV.
 */
public final class JsonInvoiceFile {

    private static final int DEPTH = 32;
    private static final int TEXT_CHARS = 100_000;

    private JsonInvoiceFile() {}

    /**
     * The file with its documents, or why it is refused as a whole.
     *
     * @param syntaxes in the order they are tried
     */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits, List<JsonSyntax> syntaxes) {
        try {
            JsonValue first = lookThrough(file, limits);
            if (first == null) {
                return refused(FindingCode.FILE_UNREADABLE, file, 1, "at least one invoice", "the array is empty");
            }
            Set<String> names =
                    first instanceof JsonValue.Members object ? object.members().keySet() : Set.of();
            for (JsonSyntax syntax : syntaxes) {
                if (syntax.recognises().test(names)) {
                    var reader = new JsonInvoiceReader(file, limits, syntax, documents(file, limits));
                    return new InvoiceFile.Readable(syntax.format(), Findings.NONE, reader);
                }
            }
            return refused(FindingCode.FILE_FORMAT_UNKNOWN, file, first.line(), "invoiceNumber, ...", unknown(names));
        } catch (UnreadableException e) {
            return InvoiceFile.unreadable(e.finding(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    /** The first document, after all the others were looked at. */
    private static @Nullable JsonValue lookThrough(DeliveredFile file, ReadLimits limits) throws IOException {
        try (JsonDocuments documents = documents(file, limits)) {
            JsonValue first = documents.next();
            for (JsonValue more = first; more != null; more = documents.next()) {
                // Only the end matters: whoever gets there has met nothing that is no JSON.
            }
            return first;
        }
    }

    private static JsonDocuments documents(DeliveredFile file, ReadLimits limits) throws IOException {
        var in = file.open();
        try {
            return new JsonDocuments(in, new JsonLimits(limits.csvBytes(), DEPTH, TEXT_CHARS, limits.documentChars()));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InvoiceFile refused(FindingCode code, DeliveredFile file, long line, String expected, String why) {
        return InvoiceFile.unreadable(Finding.of(code, Place.of(file.name(), line), null, expected, why));
    }

    private static String unknown(Set<String> names) {
        return names.isEmpty()
                ? "the file is JSON, but its first document is no object with members"
                : "the file is JSON, but no invoice that we know: it begins with "
                        + FieldReader.shown(names.iterator().next());
    }
}
