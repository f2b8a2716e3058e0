package io.quittance.invoice.json;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where our JSON states which business term. */
final class JsonTerms {

    private static final Map<Term, String> PLACES = new EnumMap<>(Map.ofEntries(
            Map.entry(Term.TYPE, "documentType"),
            Map.entry(Term.NUMBER, "invoiceNumber"),
            Map.entry(Term.ISSUE_DATE, "issueDate"),
            Map.entry(Term.DELIVERY_DATE, "supplyDate"),
            Map.entry(Term.DUE_DATE, "dueDate"),
            Map.entry(Term.CURRENCY, "currency"),
            Map.entry(Term.TAX_CURRENCY, "taxCurrency"),
            Map.entry(Term.TAX_CURRENCY_VAT, "taxCurrencyVat"),
            Map.entry(Term.SELLER_ID, "supplier/id"),
            Map.entry(Term.SELLER_VAT_ID, "supplier/vatId"),
            Map.entry(Term.SELLER_REGISTRATION, "supplier/registration"),
            Map.entry(Term.SELLER_NAME, "supplier/name"),
            Map.entry(Term.SELLER_COUNTRY, "supplier/country"),
            Map.entry(Term.BUYER_ID, "buyer/id"),
            Map.entry(Term.BUYER_VAT_ID, "buyer/vatId"),
            Map.entry(Term.BUYER_REGISTRATION, "buyer/registration"),
            Map.entry(Term.BUYER_NAME, "buyer/name"),
            Map.entry(Term.BUYER_COUNTRY, "buyer/country"),
            Map.entry(Term.CONTRACT, "contract"),
            Map.entry(Term.PURCHASE_ORDER, "purchaseReference"),
            Map.entry(Term.PRECEDING_INVOICE, "precedingInvoice"),
            Map.entry(Term.PAYMENT_REFERENCE, "paymentReference"),
            Map.entry(Term.ACCOUNT, "payee/account"),
            Map.entry(Term.BIC, "payee/bic"),
            Map.entry(Term.NET, "net"),
            Map.entry(Term.VAT, "vat"),
            Map.entry(Term.GROSS, "gross"),
            Map.entry(Term.PREPAID, "prepaid"),
            Map.entry(Term.ROUNDING, "rounding"),
            Map.entry(Term.PAYABLE, "due")));

    private JsonTerms() {}

    static Stated stated(JsonFields header) {
        var terms = new EnumMap<Term, List<String>>(Term.class);
        PLACES.forEach((term, path) -> {
            String text = header.stated(path);
            terms.put(term, text == null ? List.of() : List.of(text));
        });
        List<Stated.Vat> vat = header.statedObjects("vatBreakdown").stream()
                .map(one -> new Stated.Vat(
                        one.stated("category"), one.stated("rate"), one.stated("base"), one.stated("tax"), null))
                .toList();
        return new Stated("JSON", terms, vat, header.count("lines"), List.of());
    }
}
