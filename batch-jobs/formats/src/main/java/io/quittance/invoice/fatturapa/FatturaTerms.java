package io.quittance.invoice.fatturapa;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.StatedSum;
import io.quittance.invoice.xml.TermTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where FatturaPA states which business term. */
final class FatturaTerms {

    private static final String SELLER = "CedentePrestatore/";
    private static final String BUYER = "CessionarioCommittente/";
    private static final String GENERAL = "DatiGenerali/DatiGeneraliDocumento/";
    private static final String PAYMENT = "DatiPagamento/DettaglioPagamento/";

    private static final TermTable HEADER = new TermTable()
            .at(Term.PROFILE, "DatiTrasmissione/FormatoTrasmissione")
            .at(Term.BUYER_REFERENCE, "DatiTrasmissione/CodiceDestinatario")
            .from(Term.SELLER_NAME, header -> Stream.ofNullable(name(header, SELLER)))
            .from(Term.SELLER_VAT_ID, header -> Stream.ofNullable(vatId(header, SELLER)))
            .at(Term.SELLER_TAX_REGISTRATION, SELLER + "DatiAnagrafici/CodiceFiscale")
            .at(Term.SELLER_COUNTRY, SELLER + "Sede/Nazione")
            .from(Term.BUYER_NAME, header -> Stream.ofNullable(name(header, BUYER)))
            .from(Term.BUYER_VAT_ID, header -> Stream.ofNullable(vatId(header, BUYER)))
            .at(Term.BUYER_REGISTRATION, BUYER + "DatiAnagrafici/CodiceFiscale")
            .at(Term.BUYER_COUNTRY, BUYER + "Sede/Nazione")
            .from(Term.TAX_REPRESENTATIVE_VAT_ID, header -> Stream.ofNullable(vatId(header, "RappresentanteFiscale/")));

    private static final TermTable DOCUMENT = new TermTable()
            .at(Term.NUMBER, GENERAL + "Numero")
            .at(Term.ISSUE_DATE, GENERAL + "Data")
            .at(Term.TYPE, GENERAL + "TipoDocumento")
            .at(Term.CURRENCY, GENERAL + "Divisa")
            .at(Term.CONTRACT, "DatiGenerali/DatiContratto/IdDocumento")
            .at(Term.PURCHASE_ORDER, "DatiGenerali/DatiOrdineAcquisto/IdDocumento")
            .at(Term.PRECEDING_INVOICE, "DatiGenerali/DatiFattureCollegate/IdDocumento")
            .at(Term.PRECEDING_DATE, "DatiGenerali/DatiFattureCollegate/Data")
            .from(Term.NET, body -> StatedSum.at(body, "DatiBeniServizi/DatiRiepilogo/ImponibileImporto"))
            .from(Term.VAT, body -> StatedSum.at(body, "DatiBeniServizi/DatiRiepilogo/Imposta"))
            .at(Term.GROSS, GENERAL + "ImportoTotaleDocumento")
            .at(Term.ROUNDING, GENERAL + "Arrotondamento")
            .from(Term.PAYABLE, body -> StatedSum.at(body, PAYMENT + "ImportoPagamento"))
            .at(Term.DUE_DATE, PAYMENT + "DataScadenzaPagamento")
            .at(Term.PAYMENT_TERMS, "DatiPagamento/CondizioniPagamento")
            .at(Term.PAYMENT_MEANS, PAYMENT + "ModalitaPagamento")
            .at(Term.PAYMENT_REFERENCE, PAYMENT + "CodicePagamento")
            .at(Term.PAYEE_NAME, PAYMENT + "Beneficiario")
            .at(Term.ACCOUNT, PAYMENT + "IBAN")
            .at(Term.BIC, PAYMENT + "BIC");

    private FatturaTerms() {}

    static Stated stated(InvoiceElement header, InvoiceElement body) {
        var terms = new EnumMap<Term, List<String>>(Term.class);
        terms.putAll(TermTable.read(header, HEADER));
        terms.putAll(TermTable.read(body, DOCUMENT));
        return new Stated(
                "FatturaPA",
                terms,
                body.all("DatiBeniServizi/DatiRiepilogo").stream()
                        .map(FatturaTerms::vat)
                        .toList(),
                body.all("DatiBeniServizi/DettaglioLinee").size(),
                body.all("Allegati").stream().map(FatturaTerms::attachment).toList(),
                TermTable.lines(body, DOCUMENT));
    }

    private static Stated.Vat vat(InvoiceElement summary) {
        String natura = summary.firstText("Natura");
        return new Stated.Vat(
                Objects.requireNonNullElse(natura, "S"),
                summary.firstText("AliquotaIVA"),
                summary.firstText("ImponibileImporto"),
                summary.firstText("Imposta"),
                summary.firstText("RiferimentoNormativo"));
    }

    private static Stated.Attachment attachment(InvoiceElement file) {
        InvoiceElement content = file.first("Attachment");
        return new Stated.Attachment(
                file.firstText("NomeAttachment"),
                file.firstText("FormatoAttachment"),
                content == null ? 0 : content.bytes());
    }

    /** A company's name, or first name and surname of a person. */
    static @Nullable String name(InvoiceElement header, String party) {
        String company = header.firstText(party + "DatiAnagrafici/Anagrafica/Denominazione");
        String first = header.firstText(party + "DatiAnagrafici/Anagrafica/Nome");
        String last = header.firstText(party + "DatiAnagrafici/Anagrafica/Cognome");
        return company != null ? company : first == null || last == null ? last : first + " " + last;
    }

    /** The VAT id with its country, which FatturaPA writes apart. */
    static @Nullable String vatId(InvoiceElement header, String party) {
        String country = header.firstText(party + "DatiAnagrafici/IdFiscaleIVA/IdPaese");
        String code = header.firstText(party + "DatiAnagrafici/IdFiscaleIVA/IdCodice");
        return country == null || code == null ? null : country + code;
    }
}
