package io.quittance.invoice.xml;

import io.quittance.finding.Finding;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What sets one syntax of EN 16931 apart from another: names, places, and a few habits. */
public interface XmlInvoiceSyntax {

    InvoiceFormat format();

    Vocabulary vocabulary();

    TermReader.Dialect dialect();

    /** Where a document with this root states what. */
    DocumentPaths paths(InvoiceElement root);

    /** Which types a document with this root may be of. */
    DocumentTypes types(InvoiceElement root);

    /** Who the party says it is. */
    Party party(InvoiceElement party);

    /** BT-9; null when it is not stated. */
    @Nullable
    LocalDate dueDate(TermReader terms, InvoiceElement root);

    /**
     * BT-110: the amounts of VAT in the currency of the document. One in another currency is BT-111, for the seller's books.
     *
     * @param currency BT-5; null when it could not be read
     */
    List<InvoiceElement> vatTotals(InvoiceElement root, @Nullable String currency);

    /** BG-23. */
    List<InvoiceElement> vatBreakdown(InvoiceElement root, @Nullable String currency);

    /** Everything that the document states. */
    Stated stated(InvoiceElement root);

    /** Why the document is no invoice at all, when it is not one; then nothing else about it is said. */
    default Optional<Finding> noInvoice(TermReader terms, InvoiceElement root) {
        return Optional.empty();
    }
}
