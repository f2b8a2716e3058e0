package io.quittance.invoice.cfdi;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.StatedSum;
import io.quittance.invoice.xml.TermTable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where CFDI states which business term. */
final class CfdiTerms {

    private static final TermTable TABLE = new TermTable()
            .from(Term.PROFILE, root -> of(root, "Version"))
            .from(Term.NUMBER, root -> Stream.ofNullable(number(root)))
            .from(Term.ISSUE_DATE, root -> of(root, "Fecha").map(CfdiTerms::day))
            .from(Term.TYPE, root -> of(root, "TipoDeComprobante"))
            .from(Term.CURRENCY, root -> of(root, "Moneda"))
            .from(Term.PAYMENT_TERMS, root -> of(root, "CondicionesDePago"))
            .from(Term.PAYMENT_MEANS, root -> of(root, "FormaPago"))
            .from(Term.LINES_SUM, root -> of(root, "SubTotal"))
            .from(Term.ALLOWANCES_SUM, root -> of(root, "Descuento"))
            .from(Term.NET, CfdiTerms::net)
            .from(Term.VAT, root -> of(root.first("Impuestos"), "TotalImpuestosTrasladados"))
            .from(Term.GROSS, root -> of(root, "Total"))
            .from(Term.SELLER_NAME, root -> of(root.first("Emisor"), "Nombre"))
            .from(Term.SELLER_VAT_ID, root -> of(root.first("Emisor"), "Rfc"))
            .from(Term.SELLER_COUNTRY, root -> of(root.first("Emisor"), "Rfc").map(rfc -> "MX"))
            .from(Term.BUYER_NAME, root -> of(root.first("Receptor"), "Nombre"))
            .from(Term.BUYER_VAT_ID, root -> of(root.first("Receptor"), "Rfc"))
            .from(Term.BUYER_REGISTRATION, root -> of(root.first("Receptor"), "NumRegIdTrib"))
            .from(Term.BUYER_COUNTRY, root -> of(root.first("Receptor"), "ResidenciaFiscal"))
            .from(
                    Term.PRECEDING_INVOICE,
                    root -> root.all("CfdiRelacionados/CfdiRelacionado").stream()
                            .flatMap(related -> of(related, "UUID")));

    private CfdiTerms() {}

    static Stated stated(InvoiceElement root) {
        return new Stated(
                "CFDI",
                TermTable.read(root, TABLE),
                root.all("Impuestos/Traslados/Traslado").stream()
                        .map(CfdiTerms::vat)
                        .toList(),
                root.all("Conceptos/Concepto").size(),
                List.of());
    }

    private static Stated.Vat vat(InvoiceElement tax) {
        return new Stated.Vat(
                tax.attribute("Impuesto") + "/" + tax.attribute("TipoFactor"),
                tax.attribute("TasaOCuota"),
                tax.attribute("Base"),
                tax.attribute("Importe"),
                null);
    }

    private static Stream<String> of(@Nullable InvoiceElement element, String attribute) {
        return Stream.ofNullable(element == null ? null : element.attribute(attribute));
    }

    /** SubTotal less Descuento; SubTotal as it is written where there is no discount. */
    private static Stream<String> net(InvoiceElement root) {
        String subtotal = root.attribute("SubTotal");
        String discount = root.attribute("Descuento");
        return subtotal == null || discount == null
                ? Stream.ofNullable(subtotal)
                : StatedSum.of(List.of(subtotal, "-" + discount));
    }

    /** Series and folio; where the seller numbers nothing, the identifier that the tax service gave. */
    static @Nullable String number(InvoiceElement root) {
        String series = root.attribute("Serie");
        String folio = root.attribute("Folio");
        if (folio != null) {
            return series == null || series.isBlank() ? folio : series + "-" + folio;
        }
        InvoiceElement stamp = root.first("Complemento/tfd:TimbreFiscalDigital");
        return stamp == null ? null : stamp.attribute("UUID");
    }

    /** Fecha is a local time without offset: its day is what counts. */
    static String day(String timestamp) {
        int end = Objects.requireNonNull(timestamp).indexOf('T');
        return end < 0 ? timestamp : timestamp.substring(0, end);
    }
}
