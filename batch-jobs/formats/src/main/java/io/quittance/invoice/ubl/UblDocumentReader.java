package io.quittance.invoice.ubl;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns a UBL document into an invoice, or says everything that is wrong with it. The places name EN 16931 terms. */
final class UblDocumentReader {

    private static final int POSITION = 1;

    /**
     * UNTDID 1001 codes that ask a payer for money: partial, commercial, debit note, corrected, prepayment, self-billed and
     * partial construction invoices. Not 325 (pro forma) or 751 (for accounting only), where nothing is to be paid, and not 393
     * (factored), where somebody else is.
     */
    private static final Set<String> INVOICE_TYPES =
            Set.of("326", "380", "383", "384", "386", "389", "875", "876", "877");

    private static final String CORRECTED = "384";
    private static final Set<String> CREDIT_NOTE_TYPES = Set.of("81", "83", "261", "381");

    private final DeliveredFile file;
    private final InvoiceElement root;
    private final FieldReader fields = new FieldReader();
    private final TermReader ubl;

    UblDocumentReader(DeliveredFile file, InvoiceElement root) {
        this.file = file;
        this.root = root;
        this.ubl = new TermReader(file.name(), fields, UblSyntax.DIALECT);
    }

    /** @param original the whole document as text, asked for only when it is refused */
    ReadDocument read(Supplier<String> original) {
        CurrencyUnit currency = ubl.currency(root, "cbc:DocumentCurrencyCode");
        Invoice invoice = InvoiceSigns.normal(invoice(currency), DocumentKind.INVOICE, fields);
        checkCorrection(invoice);
        Stated stated = UblTerms.stated(root);
        if (!fields.refused()) {
            return new ReadDocument.Understood(invoice, stated, fields.findings());
        }
        Place place = Place.of(file.name(), root.line());
        return new ReadDocument.Refused(POSITION, place, fields.findings(), original.get(), stated);
    }

    private Invoice invoice(CurrencyUnit currency) {
        InvoiceElement seller = party("cac:AccountingSupplierParty/cac:Party", "BG-4");
        InvoiceElement buyer = party("cac:AccountingCustomerParty/cac:Party", "BG-7");
        InvoiceElement taxTotal = taxTotal();
        return new Invoice(
                file.documentId(POSITION),
                file.source(POSITION, root.line()),
                kind(),
                ubl.reference(root, "cbc:ID", "BT-1"),
                ubl.date(root, "cbc:IssueDate", "BT-2"),
                supplyDate(),
                dueDate(),
                fields.reference(ubl.place(buyer, "BT-46"), buyerId(buyer)),
                fields.reference(ubl.place(seller, "BT-29"), new UblParty(seller).identifier()),
                fields.prose(ubl.place(seller, "BT-27"), new UblParty(seller).name()),
                fields.referenceIfAny(ubl.place(seller, "BT-31"), new UblParty(seller).vatId()),
                ubl.referenceIfAny(root, "cac:ContractDocumentReference/cbc:ID", "BT-12"),
                ubl.referenceIfAny(root, "cac:OrderReference/cbc:ID", "BT-13"),
                currency,
                new UblLines(ubl, fields, root).read(),
                vat(taxTotal),
                totals(taxTotal),
                account(),
                firstReference("cac:PaymentMeans/cbc:PaymentID", "BT-83"),
                firstReference("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID", "BT-25"));
    }

    private InvoiceElement party(String path, String term) {
        InvoiceElement party = ubl.only(root, path, term);
        return party == null ? fields.missing(ubl.place(root, term), root) : party;
    }

    /** A buyer without any identifier goes by its name; the assessment refuses it unless the register knows it. */
    private static @Nullable String buyerId(InvoiceElement buyer) {
        var party = new UblParty(buyer);
        String id = party.identifier();
        return id == null ? party.name() : id;
    }

    private DocumentKind kind() {
        boolean credit = isCreditNote();
        String path = credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode";
        String type = ubl.reference(root, path, "BT-3");
        Set<String> known = credit ? CREDIT_NOTE_TYPES : INVOICE_TYPES;
        DocumentKind kind = credit ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
        if (type.isEmpty() || known.contains(type)) {
            return kind;
        }
        String expected = "a type that asks for money: "
                + String.join(" ", known.stream().sorted().toList());
        InvoiceElement stated = root.first(path);
        return fields.unknown(ubl.place(stated == null ? root : stated, "BT-3"), type, expected, kind);
    }

    /** A corrected invoice that asks for money stands in for another one, which may be paid already: refused. */
    private void checkCorrection(Invoice invoice) {
        InvoiceElement type = root.first("cbc:InvoiceTypeCode");
        if (type != null && type.text().equals(CORRECTED) && invoice.kind() == DocumentKind.INVOICE) {
            String before = invoice.precedingInvoice() == null ? "an earlier invoice" : invoice.precedingInvoice();
            String message = "a corrected invoice (384) stands in for " + before + ": both could be paid";
            String hint = "Ask for a credit note for the earlier invoice and a new invoice.";
            fields.add(new Finding(
                    FindingCode.VALUE_UNKNOWN,
                    Severity.REJECT,
                    ubl.place(type, "BT-3"),
                    CORRECTED,
                    "380",
                    message,
                    hint));
        }
    }

    private boolean isCreditNote() {
        return root.name().equals("CreditNote");
    }

    /** BT-72, else the end of the period BT-74. */
    private @Nullable LocalDate supplyDate() {
        LocalDate delivered = ubl.dateIfAny(root, "cac:Delivery/cbc:ActualDeliveryDate", "BT-72");
        LocalDate ended = ubl.dateIfAny(root, "cac:InvoicePeriod/cbc:EndDate", "BT-74");
        return delivered == null ? ended : delivered;
    }

    /** BT-9 stands in another place in a credit note. */
    private @Nullable LocalDate dueDate() {
        LocalDate due = ubl.dateIfAny(root, "cbc:DueDate", "BT-9");
        InvoiceElement means = root.first("cac:PaymentMeans");
        return due != null || means == null ? due : ubl.dateIfAny(means, "cbc:PaymentDueDate", "BT-9");
    }

    /** The VAT total in the document's currency: a second one in another currency is BT-111 and for the seller's books. */
    private @Nullable InvoiceElement taxTotal() {
        List<InvoiceElement> totals = root.all("cac:TaxTotal").stream()
                .filter(this::isInDocumentCurrency)
                .toList();
        if (totals.isEmpty()) {
            fields.missing(ubl.place(root, "BT-110"), "");
            return null;
        }
        if (totals.size() > 1) {
            ubl.only(root, "cac:TaxTotal", "BT-110");
        }
        return totals.getFirst();
    }

    private boolean isInDocumentCurrency(InvoiceElement taxTotal) {
        CurrencyUnit currency = fields.knownCurrency();
        return currency == null
                || taxTotal.all("cbc:TaxAmount").stream()
                        .anyMatch(amount -> currency.getCode().equals(amount.currency()));
    }

    private List<VatBreakdown> vat(@Nullable InvoiceElement taxTotal) {
        return taxTotal == null
                ? List.of()
                : taxTotal.all("cac:TaxSubtotal").stream().map(this::breakdown).toList();
    }

    private VatBreakdown breakdown(InvoiceElement subtotal) {
        VatCategory category = ubl.category(subtotal, "cac:TaxCategory/cbc:ID", "BT-118");
        return new VatBreakdown(
                category,
                ubl.rate(subtotal, "cac:TaxCategory/cbc:Percent", "BT-119", category),
                ubl.money(subtotal, "cbc:TaxableAmount", "BT-116"),
                ubl.money(subtotal, "cbc:TaxAmount", "BT-117"));
    }

    private InvoiceTotals totals(@Nullable InvoiceElement taxTotal) {
        InvoiceElement total = ubl.only(root, "cac:LegalMonetaryTotal", "BG-22");
        Money none = Money.zero(fields.currency());
        Money vat = taxTotal == null ? none : ubl.money(taxTotal, "cbc:TaxAmount", "BT-110");
        if (total == null) {
            return fields.missing(ubl.place(root, "BG-22"), new InvoiceTotals(none, none, none, none, none, none));
        }
        return new InvoiceTotals(
                ubl.money(total, "cbc:TaxExclusiveAmount", "BT-109"),
                vat,
                ubl.money(total, "cbc:TaxInclusiveAmount", "BT-112"),
                ubl.moneyOrZero(total, "cbc:PrepaidAmount", "BT-113"),
                ubl.moneyOrZero(total, "cbc:PayableRoundingAmount", "BT-114"),
                ubl.money(total, "cbc:PayableAmount", "BT-115"));
    }

    /** BG-17; of several the first, which is compared with the verified one. A card or a direct debit states none. */
    private @Nullable StatedAccount account() {
        for (InvoiceElement account : root.all("cac:PaymentMeans/cac:PayeeFinancialAccount")) {
            String number = ubl.referenceIfAny(account, "cbc:ID", "BT-84");
            if (number != null) {
                return new StatedAccount(
                        number, ubl.referenceIfAny(account, "cac:FinancialInstitutionBranch/cbc:ID", "BT-86"));
            }
        }
        return null;
    }

    private @Nullable String firstReference(String path, String term) {
        InvoiceElement found = root.first(path);
        return found == null ? null : fields.referenceIfAny(ubl.place(found, term), found.text());
    }
}
