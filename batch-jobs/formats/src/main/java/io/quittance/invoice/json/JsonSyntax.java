package io.quittance.invoice.json;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A shape of invoices in JSON.
 *
 * @param recognises a file by the names in its first document
 */
public record JsonSyntax(InvoiceFormat format, Predicate<Set<String>> recognises, Reads reads) {

    /** Turns one document into an invoice, or says everything that is wrong with it. */
    @FunctionalInterface
    public interface Reads {
        ReadDocument read(DeliveredFile file, JsonDocument document, ReadLimits limits);
    }
}
