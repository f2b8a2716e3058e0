package io.quittance.invoice.fatturapa;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
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
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns header and body into an invoice, or says everything that is wrong with them. */
final class FatturaDocumentReader {

    private static final String SELLER = "CedentePrestatore/";
    private static final String BUYER = "CessionarioCommittente/";
    private static final String INVOICE_TYPES = "TD01 TD02 TD03 TD05 TD06 TD24 TD25 TD26, or TD04 (credit note)";

    private final DeliveredFile file;
    private final InvoiceElement header;
    private final InvoiceElement body;
    private final int position;
    private final FieldReader fields = new FieldReader();
    private final TermReader it;
    private final InvoiceElement general;

    FatturaDocumentReader(DeliveredFile file, InvoiceElement header, InvoiceElement body, int position) {
        this.file = file;
        this.header = header;
        this.body = body;
        this.position = position;
        this.it = new TermReader(file.name(), fields, FatturaPa.DIALECT);
        InvoiceElement found = it.only(body, "DatiGenerali/DatiGeneraliDocumento", "DatiGeneraliDocumento");
        this.general = found == null ? body : found;
    }

    ReadDocument read(int maxLines) {
        Stated stated = FatturaTerms.stated(header, body);
        CurrencyUnit currency = it.currency(general, "Divisa");
        if (stated.lines() > maxLines) {
            String message = "the document has " + stated.lines() + " lines";
            fields.add(
                    Finding.of(FindingCode.FILE_TOO_LARGE, place(), null, "at most " + maxLines + " lines", message));
            return refused(stated);
        }
        Invoice invoice = InvoiceSigns.normal(invoice(currency), DocumentKind.INVOICE, fields);
        return fields.refused() ? refused(stated) : new ReadDocument.Understood(invoice, stated, fields.findings());
    }

    private ReadDocument refused(Stated stated) {
        return new ReadDocument.Refused(position, place(), fields.findings(), stated);
    }

    private Place place() {
        return Place.of(file.name(), body.line());
    }

    private Invoice invoice(CurrencyUnit currency) {
        checkWholeDiscount();
        var parts = new FatturaLines(it, fields, body, Natura.isOfAnotherMemberState(buyerVatCountry()));
        List<InvoiceLine> lines = new ArrayList<>(parts.read());
        List<VatBreakdown> vat = new ArrayList<>(parts.vat());
        lines.addAll(parts.closing(lines, vat));
        var totals = new FatturaTotals(it, fields, body, vat);
        InvoiceLine stamp = totals.stampLine();
        if (stamp != null) {
            lines.add(stamp);
            vat.add(new VatBreakdown(VatCategory.O, null, stamp.net(), Money.zero(currency)));
        }
        return new Invoice(
                file.documentId(position),
                file.source(position, body.line()),
                kind(),
                it.reference(general, "Numero", "BT-1 Numero"),
                it.date(general, "Data", "BT-2 Data"),
                supplyDate(),
                dueDate(),
                fields.reference(it.place(header, "BT-48 CessionarioCommittente"), identifier(BUYER)),
                fields.reference(it.place(header, "BT-31 CedentePrestatore"), identifier(SELLER)),
                fields.prose(it.place(header, "BT-27 CedentePrestatore"), FatturaTerms.name(header, SELLER)),
                fields.referenceIfAny(it.place(header, "BT-31 IdFiscaleIVA"), FatturaTerms.vatId(header, SELLER)),
                first("DatiGenerali/DatiContratto/IdDocumento", "BT-12 DatiContratto"),
                first("DatiGenerali/DatiOrdineAcquisto/IdDocumento", "BT-13 DatiOrdineAcquisto"),
                currency,
                lines,
                vat,
                totals.read(),
                account(),
                first("DatiPagamento/DettaglioPagamento/CodicePagamento", "BT-83 CodicePagamento"),
                first("DatiGenerali/DatiFattureCollegate/IdDocumento", "BT-25 DatiFattureCollegate"));
    }

    private @Nullable String buyerVatCountry() {
        return header.firstText(BUYER + "DatiAnagrafici/IdFiscaleIVA/IdPaese");
    }

    /** VAT id, else tax code, else, for a buyer that has neither, the name. */
    private @Nullable String identifier(String party) {
        String vatId = FatturaTerms.vatId(header, party);
        String code = header.firstText(party + "DatiAnagrafici/CodiceFiscale");
        return vatId != null ? vatId : code != null || party.equals(SELLER) ? code : FatturaTerms.name(header, party);
    }

    /** TD16 to TD23, TD27 to TD29 are sent by the buyer to the tax office or ask for no money; TD07 to TD09 have another schema. */
    private DocumentKind kind() {
        String type = it.reference(general, "TipoDocumento", "BT-3 TipoDocumento");
        return switch (type) {
            case "", "TD01", "TD02", "TD03", "TD05", "TD06", "TD24", "TD25", "TD26" -> DocumentKind.INVOICE;
            case "TD04" -> DocumentKind.CREDIT_NOTE;
            default ->
                fields.unknown(
                        it.placeOf(general, "TipoDocumento", "BT-3 TipoDocumento"),
                        type,
                        "a type that asks for money: " + INVOICE_TYPES,
                        DocumentKind.INVOICE);
        };
    }

    /** A discount on the whole document names no VAT rate, so nobody can say whose VAT it lowers. */
    private void checkWholeDiscount() {
        for (InvoiceElement discount : general.all("ScontoMaggiorazione")) {
            String expected = "discounts on the lines";
            fields.unknown(it.place(discount, "ScontoMaggiorazione"), "a discount on the document", expected, "");
        }
    }

    /** The latest end of a line's period, BT-74. */
    private @Nullable LocalDate supplyDate() {
        LocalDate latest = null;
        for (InvoiceElement line : body.all("DatiBeniServizi/DettaglioLinee")) {
            LocalDate end = it.dateIfAny(line, "DataFinePeriodo", "BT-74 DataFinePeriodo");
            latest = end != null && (latest == null || end.isAfter(latest)) ? end : latest;
        }
        return latest;
    }

    /** The earliest of several instalments. */
    private @Nullable LocalDate dueDate() {
        LocalDate earliest = null;
        for (InvoiceElement payment : body.all("DatiPagamento/DettaglioPagamento")) {
            LocalDate due = it.dateIfAny(payment, "DataScadenzaPagamento", "BT-9 DataScadenzaPagamento");
            earliest = due != null && (earliest == null || due.isBefore(earliest)) ? due : earliest;
        }
        return earliest;
    }

    private @Nullable StatedAccount account() {
        for (InvoiceElement payment : body.all("DatiPagamento/DettaglioPagamento")) {
            String number = it.referenceIfAny(payment, "IBAN", "BT-84 IBAN");
            if (number != null) {
                return new StatedAccount(number, it.referenceIfAny(payment, "BIC", "BT-86 BIC"));
            }
        }
        return null;
    }

    private @Nullable String first(String path, String term) {
        InvoiceElement found = body.first(path);
        return found == null ? null : fields.referenceIfAny(it.place(found, term), found.text());
    }
}
