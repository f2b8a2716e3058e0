package io.quittance.invoice.cfdi;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.xml.InvoiceElement;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns a CFDI into an invoice, or says everything that is wrong with it. The places are XPaths of attributes. */
final class CfdiDocumentReader {

    private static final int POSITION = 1;
    private static final String SUBSTITUTES = "04";

    private final DeliveredFile file;
    private final InvoiceElement root;
    private final FieldReader fields = new FieldReader();
    private final CfdiFields mx;

    CfdiDocumentReader(DeliveredFile file, InvoiceElement root) {
        this.file = file;
        this.root = root;
        this.mx = new CfdiFields(file.name(), fields);
    }

    ReadDocument read() {
        Stated stated = CfdiTerms.stated(root);
        CurrencyUnit currency = fields.currency(mx.place(root, "Moneda"), root.attribute("Moneda"));
        Invoice invoice = InvoiceSigns.normal(invoice(currency), DocumentKind.INVOICE, fields);
        checkVersion();
        checkSubstitution();
        checkLocalTaxes();
        if (!fields.refused()) {
            return new ReadDocument.Understood(invoice, stated, fields.findings());
        }
        return new ReadDocument.Refused(POSITION, Place.of(file.name(), root.line()), fields.findings(), stated);
    }

    private Invoice invoice(CurrencyUnit currency) {
        InvoiceElement seller = party("Emisor");
        InvoiceElement buyer = party("Receptor");
        var parts = new CfdiLines(mx, root);
        List<InvoiceLine> lines = new ArrayList<>(parts.read());
        List<VatBreakdown> vat = parts.vat(lines);
        lines.addAll(parts.closing(lines, vat));
        String date = root.attribute("Fecha");
        return new Invoice(
                file.documentId(POSITION),
                file.source(POSITION, root.line()),
                kind(),
                fields.reference(mx.place(root, "Folio"), CfdiTerms.number(root)),
                fields.date(mx.place(root, "Fecha"), date == null ? null : CfdiTerms.day(date)),
                null,
                null,
                mx.reference(buyer, "Rfc"),
                mx.reference(seller, "Rfc"),
                mx.prose(seller, "Nombre"),
                mx.referenceIfAny(seller, "Rfc"),
                null,
                null,
                currency,
                lines,
                vat,
                totals(),
                null,
                null,
                preceding());
    }

    private InvoiceElement party(String name) {
        InvoiceElement party = root.first(name);
        return party == null ? fields.missing(mx.place(root, name), root) : party;
    }

    private DocumentKind kind() {
        String type = mx.reference(root, "TipoDeComprobante");
        return switch (type) {
            case "I", "" -> DocumentKind.INVOICE;
            case "E" -> DocumentKind.CREDIT_NOTE;
            default -> {
                String expected = "I (invoice) or E (credit note): transport, payroll and receipts ask for no money";
                yield fields.unknown(mx.place(root, "TipoDeComprobante"), type, expected, DocumentKind.INVOICE);
            }
        };
    }

    /** Total is net of what the payer keeps back: what is due is both, and the levy is told apart. */
    private InvoiceTotals totals() {
        Money none = Money.zero(fields.currency());
        InvoiceElement taxes = root.first("Impuestos");
        Money net = mx.money(root, "SubTotal").minus(mx.moneyOrZero(root, "Descuento"));
        Money vat = taxes == null ? none : mx.moneyOrZero(taxes, "TotalImpuestosTrasladados");
        Money withheld = taxes == null ? none : mx.moneyOrZero(taxes, "TotalImpuestosRetenidos");
        if (taxes != null && !withheld.isZero()) {
            String message = "the payer keeps back " + withheld + " of withholding tax (TotalImpuestosRetenidos)";
            fields.add(Finding.of(
                    FindingCode.LEVY_STATED,
                    mx.place(taxes, "TotalImpuestosRetenidos"),
                    withheld.toString(),
                    null,
                    message));
        }
        Money due = mx.money(root, "Total").plus(withheld);
        return new InvoiceTotals(net, vat, net.plus(vat), none, none, due, withheld);
    }

    private @Nullable String preceding() {
        InvoiceElement related = root.first("CfdiRelacionados/CfdiRelacionado");
        return related == null ? null : mx.referenceIfAny(related, "UUID");
    }

    private void checkVersion() {
        String version = mx.reference(root, "Version");
        if (!version.isEmpty() && !version.equals("4.0")) {
            fields.unknown(mx.place(root, "Version"), version, "4.0", "");
        }
    }

    /** Like a corrected invoice (384): the one that is replaced may be paid already. */
    private void checkSubstitution() {
        for (InvoiceElement related : root.all("CfdiRelacionados")) {
            if (SUBSTITUTES.equals(related.attribute("TipoRelacion"))) {
                fields.add(new Finding(
                        FindingCode.VALUE_UNKNOWN,
                        Severity.REJECT,
                        mx.place(related, "TipoRelacion"),
                        SUBSTITUTES,
                        "01, 02, 03 or none",
                        "the document stands in for an earlier one (04): both could be paid",
                        "Ask for a credit note for the earlier document and a new invoice."));
            }
        }
    }

    private void checkLocalTaxes() {
        InvoiceElement local = root.first("Complemento/implocal:ImpuestosLocales");
        if (local != null) {
            String expected = "federal taxes only: local ones are not taken in";
            fields.unknown(mx.place(local, "TotaldeTraslados"), "ImpuestosLocales", expected, "");
        }
    }
}
