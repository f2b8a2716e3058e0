package io.quittance.invoice.ubl;

import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.xml.DocumentPaths;
import io.quittance.invoice.xml.DocumentTypes;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.Party;
import io.quittance.invoice.xml.TermReader;
import io.quittance.invoice.xml.Vocabulary;
import io.quittance.invoice.xml.XmlDays;
import io.quittance.invoice.xml.XmlInvoiceSyntax;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Namespaces and habits of UBL 2.1. */
final class UblSyntax implements XmlInvoiceSyntax {

    static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    static final String CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
    static final String AGGREGATES = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static final String BASICS = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(AGGREGATES, "cac:", BASICS, "cbc:"),
            Set.of("cac:Signature"),
            Set.of("cac:InvoiceLine", "cac:CreditNoteLine"),
            Set.of("cbc:EmbeddedDocumentBinaryObject"));

    private static final TermReader.Dialect DIALECT = new TermReader.Dialect(true, XmlDays::day);
    private static final DocumentTypes INVOICES = DocumentTypes.invoices("cbc:InvoiceTypeCode");
    private static final DocumentTypes CREDIT_NOTES = DocumentTypes.creditNotes("cbc:CreditNoteTypeCode");

    @Override
    public InvoiceFormat format() {
        return InvoiceFormat.UBL;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public TermReader.Dialect dialect() {
        return DIALECT;
    }

    @Override
    public DocumentPaths paths(InvoiceElement root) {
        return isCreditNote(root) ? UblPaths.CREDIT_NOTE : UblPaths.INVOICE;
    }

    @Override
    public DocumentTypes types(InvoiceElement root) {
        return isCreditNote(root) ? CREDIT_NOTES : INVOICES;
    }

    private static boolean isCreditNote(InvoiceElement root) {
        return root.name().equals("CreditNote");
    }

    @Override
    public Party party(InvoiceElement party) {
        return new Party(
                UblTerms.name(party),
                UblTerms.ids(party).toList(),
                UblTerms.taxIds(party, true).toList(),
                UblTerms.registrations(party).toList(),
                UblTerms.taxIds(party, false).toList());
    }

    /** BT-9 stands in another place in a credit note. */
    @Override
    public @Nullable LocalDate dueDate(TermReader terms, InvoiceElement root) {
        LocalDate due = terms.dateIfAny(root, "cbc:DueDate", "BT-9");
        InvoiceElement means = root.first("cac:PaymentMeans");
        return due != null || means == null ? due : terms.dateIfAny(means, "cbc:PaymentDueDate", "BT-9");
    }

    @Override
    public List<InvoiceElement> vatTotals(InvoiceElement root, @Nullable String currency) {
        return taxTotals(root, currency).stream()
                .flatMap(total -> total.all("cbc:TaxAmount").stream())
                .toList();
    }

    @Override
    public List<InvoiceElement> vatBreakdown(InvoiceElement root, @Nullable String currency) {
        return taxTotals(root, currency).stream()
                .limit(1)
                .flatMap(total -> total.all("cac:TaxSubtotal").stream())
                .toList();
    }

    private static List<InvoiceElement> taxTotals(InvoiceElement root, @Nullable String currency) {
        return root.all("cac:TaxTotal").stream()
                .filter(total -> currency == null
                        || total.all("cbc:TaxAmount").stream().anyMatch(amount -> currency.equals(amount.currency())))
                .toList();
    }

    @Override
    public Stated stated(InvoiceElement root) {
        return UblTerms.stated(root);
    }
}
