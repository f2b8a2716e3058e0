package io.quittance.invoice.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
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
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns a document into an invoice, or says everything that is wrong with it. The places name EN 16931 terms. */
final class XmlDocumentReader {

    private static final int POSITION = 1;

    private final DeliveredFile file;
    private final InvoiceElement root;
    private final XmlInvoiceSyntax syntax;
    private final DocumentPaths paths;
    private final FieldReader fields = new FieldReader();
    private final TermReader terms;

    XmlDocumentReader(DeliveredFile file, InvoiceElement root, XmlInvoiceSyntax syntax) {
        this.file = file;
        this.root = root;
        this.syntax = syntax;
        this.paths = syntax.paths(root);
        this.terms = new TermReader(file.name(), fields, syntax.dialect());
    }

    ReadDocument read() {
        return syntax.noInvoice(terms, root)
                .<ReadDocument>map(reason -> refused(Findings.of(reason)))
                .orElseGet(this::invoice);
    }

    private ReadDocument invoice() {
        CurrencyUnit currency = terms.currency(root, paths.header().currency());
        Invoice invoice = InvoiceSigns.normal(invoice(currency), DocumentKind.INVOICE, fields);
        checkCorrection(invoice);
        Stated stated = syntax.stated(root);
        Findings core = CoreRules.of(root, syntax, stated, Place.of(file.name(), root.line()));
        Findings found = fields.findings().and(core);
        return fields.refused() ? refused(found) : new ReadDocument.Understood(invoice, stated, found);
    }

    private ReadDocument refused(Findings why) {
        return new ReadDocument.Refused(POSITION, Place.of(file.name(), root.line()), why, syntax.stated(root));
    }

    private Invoice invoice(CurrencyUnit currency) {
        DocumentPaths.Header header = paths.header();
        InvoiceElement seller = party(header.seller(), "BG-4");
        InvoiceElement buyer = party(header.buyer(), "BG-7");
        Party from = syntax.party(seller);
        Party to = syntax.party(buyer);
        List<VatBreakdown> vat = syntax.vatBreakdown(root, stated(currency)).stream()
                .map(this::breakdown)
                .toList();
        return new Invoice(
                file.documentId(POSITION),
                file.source(POSITION, root.line()),
                kind(),
                terms.reference(root, header.number(), "BT-1"),
                terms.date(root, header.issueDate(), "BT-2"),
                supplyDate(),
                syntax.dueDate(terms, root),
                // A buyer without any identifier goes by its name; the assessment refuses it unless the register knows
                // it.
                fields.reference(terms.place(buyer, "BT-46"), to.identifier().orElse(to.name())),
                fields.reference(terms.place(seller, "BT-29"), from.identifier().orElse(null)),
                fields.prose(terms.place(seller, "BT-27"), from.name()),
                fields.referenceIfAny(terms.place(seller, "BT-31"), from.vatId()),
                terms.referenceIfAny(root, header.contract(), "BT-12"),
                terms.referenceIfAny(root, header.purchaseOrder(), "BT-13"),
                currency,
                new LineReader(terms, fields, root, paths).read(),
                vat,
                totals(vatTotal(vat)),
                account(),
                firstReference(header.paymentReference(), "BT-83"),
                firstReference(header.preceding(), "BT-25"),
                taxPointDate());
    }

    /** The code of BT-5, null when it could not be read and another one stands in for it. */
    private @Nullable String stated(CurrencyUnit currency) {
        return fields.knownCurrency() == null ? null : currency.getCode();
    }

    private InvoiceElement party(String path, String term) {
        InvoiceElement party = terms.only(root, path, term);
        return party == null ? fields.missing(terms.place(root, term), root) : party;
    }

    private DocumentKind kind() {
        DocumentTypes types = syntax.types(root);
        String type = terms.reference(root, types.path(), "BT-3");
        DocumentKind kind = types.kind(type);
        if (type.isEmpty() || kind != null) {
            return kind == null ? types.standIn() : kind;
        }
        String expected = "a type that asks for money: "
                + String.join(" ", types.known().keySet().stream().sorted().toList());
        return fields.unknown(typePlace(types), type, expected, types.standIn());
    }

    private Place typePlace(DocumentTypes types) {
        InvoiceElement stated = root.first(types.path());
        return terms.place(stated == null ? root : stated, "BT-3");
    }

    /** A corrected invoice that asks for money stands in for another one, which may be paid already: refused. */
    private void checkCorrection(Invoice invoice) {
        DocumentTypes types = syntax.types(root);
        if (DocumentTypes.CORRECTED.equals(root.firstText(types.path())) && invoice.kind() == DocumentKind.INVOICE) {
            String before = invoice.precedingInvoice() == null ? "an earlier invoice" : invoice.precedingInvoice();
            String message = "a corrected invoice (384) stands in for " + before + ": both could be paid";
            fields.add(Finding.of(FindingCode.VALUE_UNKNOWN, typePlace(types), DocumentTypes.CORRECTED, "380", message)
                    .withHint("Ask for a credit note for the earlier invoice and a new invoice."));
        }
    }

    /** BT-72, else the end of the period BT-74. */
    private @Nullable LocalDate supplyDate() {
        LocalDate delivered = terms.dateIfAny(root, paths.header().delivered(), "BT-72");
        LocalDate ended = terms.dateIfAny(root, paths.header().periodEnd(), "BT-74");
        return delivered == null ? ended : delivered;
    }

    /** BT-7, which CII repeats in each category. */
    private @Nullable LocalDate taxPointDate() {
        InvoiceElement stated = root.first(paths.header().taxPoint());
        return stated == null ? null : terms.dateIfAny(stated, "BT-7");
    }

    /** BT-110. A document that states VAT of nothing in every category need not state that their sum is nothing. */
    private Money vatTotal(List<VatBreakdown> vat) {
        List<InvoiceElement> totals = syntax.vatTotals(root, stated(fields.currency()));
        Money none = Money.zero(fields.currency());
        if (totals.isEmpty()) {
            boolean free =
                    !vat.isEmpty() && vat.stream().allMatch(one -> one.tax().isZero());
            return free ? none : fields.missing(terms.place(root, "BT-110"), none);
        }
        if (totals.size() > 1) {
            terms.twice(totals, "BT-110");
        }
        return terms.money(totals.getFirst(), "BT-110");
    }

    private VatBreakdown breakdown(InvoiceElement group) {
        DocumentPaths.Vat at = paths.vat();
        String tax = at.tax() == null ? null : group.firstText(at.tax());
        if (tax != null && !tax.equals("VAT")) {
            fields.unknown(terms.place(group, "BT-118"), tax, "VAT: other taxes are not taken in", "");
        }
        VatCategory category = terms.category(group, at.category(), "BT-118");
        return new VatBreakdown(
                category,
                terms.rate(group, at.rate(), "BT-119", category),
                terms.money(group, at.base(), "BT-116"),
                terms.money(group, at.amount(), "BT-117"));
    }

    private InvoiceTotals totals(Money vat) {
        DocumentPaths.Totals at = paths.totals();
        InvoiceElement total = terms.only(root, at.group(), "BG-22");
        Money none = Money.zero(fields.currency());
        if (total == null) {
            return fields.missing(terms.place(root, "BG-22"), new InvoiceTotals(none, none, none, none, none, none));
        }
        return new InvoiceTotals(
                terms.money(total, at.net(), "BT-109"),
                vat,
                terms.money(total, at.gross(), "BT-112"),
                terms.moneyOrZero(total, at.prepaid(), "BT-113"),
                terms.moneyOrZero(total, at.rounding(), "BT-114"),
                terms.money(total, at.due(), "BT-115"));
    }

    /** BG-17; of several the first, which is compared with the verified one. A card or a direct debit states none. */
    private @Nullable StatedAccount account() {
        for (InvoiceElement group : root.all(paths.account().group())) {
            for (String path : paths.account().numbers()) {
                String number = terms.referenceIfAny(group, path, "BT-84");
                if (number != null) {
                    String bic = terms.referenceIfAny(group, paths.account().bic(), "BT-86");
                    return new StatedAccount(number, bic);
                }
            }
        }
        return null;
    }

    private @Nullable String firstReference(String path, String term) {
        InvoiceElement found = root.first(path);
        return found == null ? null : fields.referenceIfAny(terms.place(found, term), found.text());
    }
}
