package io.quittance.invoice.cii;

import static io.quittance.invoice.cii.CiiPaths.AGREEMENT;
import static io.quittance.invoice.cii.CiiPaths.DELIVERY;
import static io.quittance.invoice.cii.CiiPaths.PAYMENT_MEANS;
import static io.quittance.invoice.cii.CiiPaths.SETTLEMENT;
import static io.quittance.invoice.cii.CiiPaths.SUMMATION;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.xml.DocumentPaths;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermTable;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where CII states which business term (CEN/TS 16931-3-3). */
final class CiiTerms {

    private static final String SELLER = AGREEMENT + "ram:SellerTradeParty";
    private static final String BUYER = AGREEMENT + "ram:BuyerTradeParty";
    private static final String TAX_REPRESENTATIVE = AGREEMENT + "ram:SellerTaxRepresentativeTradeParty";
    private static final String TERMS = SETTLEMENT + "ram:SpecifiedTradePaymentTerms/";
    private static final String PERIOD = SETTLEMENT + "ram:BillingSpecifiedPeriod/";
    private static final String PRECEDING = SETTLEMENT + "ram:InvoiceReferencedDocument/";
    private static final String PAYEE_ACCOUNT = PAYMENT_MEANS + "/ram:PayeePartyCreditorFinancialAccount/";
    private static final String ATTACHED = "916";

    private static final TermTable HEADER = new TermTable()
            .at(Term.NUMBER, CiiPaths.ALL.header().number())
            .from(Term.ISSUE_DATE, days(CiiPaths.ALL.header().issueDate()))
            .at(Term.TYPE, CiiPaths.TYPE)
            .at(Term.CURRENCY, CiiPaths.CURRENCY)
            .at(Term.TAX_CURRENCY, SETTLEMENT + "ram:TaxCurrencyCode")
            .from(Term.TAX_POINT_DATE, days(CiiPaths.VAT_BREAKDOWN + "/ram:TaxPointDate/udt:DateString"))
            .at(Term.TAX_POINT_CODE, CiiPaths.VAT_BREAKDOWN + "/ram:DueDateTypeCode")
            .from(Term.DUE_DATE, days(CiiPaths.DUE_DATE))
            .at(Term.BUYER_REFERENCE, AGREEMENT + "ram:BuyerReference")
            .at(Term.PROJECT, AGREEMENT + "ram:SpecifiedProcuringProject/ram:ID")
            .at(Term.CONTRACT, CiiPaths.ALL.header().contract())
            .at(Term.PURCHASE_ORDER, CiiPaths.ALL.header().purchaseOrder())
            .at(Term.SALES_ORDER, AGREEMENT + "ram:SellerOrderReferencedDocument/ram:IssuerAssignedID")
            .at(Term.PAYMENT_TERMS, TERMS + "ram:Description")
            .at(Term.PROCESS, CiiPaths.CONTEXT + "ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID")
            .at(Term.PROFILE, CiiPaths.PROFILE)
            .at(Term.PRECEDING_INVOICE, PRECEDING + "ram:IssuerAssignedID")
            .from(Term.PRECEDING_DATE, days(PRECEDING + "ram:FormattedIssueDateTime/qdt:DateTimeString"));

    private static final TermTable PARTIES = new TermTable()
            .at(Term.SELLER_NAME, SELLER + "/ram:Name")
            .at(Term.SELLER_TRADING_NAME, SELLER + "/ram:SpecifiedLegalOrganization/ram:TradingBusinessName")
            .from(Term.SELLER_ID, of(SELLER, CiiTerms::ids))
            .from(Term.SELLER_REGISTRATION, of(SELLER, CiiTerms::registrations))
            .from(Term.SELLER_VAT_ID, of(SELLER, party -> taxIds(party, "VA")))
            .from(Term.SELLER_TAX_REGISTRATION, of(SELLER, party -> taxIds(party, "FC")))
            .at(Term.SELLER_COUNTRY, SELLER + "/ram:PostalTradeAddress/ram:CountryID")
            .at(Term.BUYER_NAME, BUYER + "/ram:Name")
            .from(Term.BUYER_ID, of(BUYER, CiiTerms::ids))
            .from(Term.BUYER_REGISTRATION, of(BUYER, CiiTerms::registrations))
            .from(Term.BUYER_VAT_ID, of(BUYER, party -> taxIds(party, "VA")))
            .at(Term.BUYER_COUNTRY, BUYER + "/ram:PostalTradeAddress/ram:CountryID")
            .at(Term.PAYEE_NAME, SETTLEMENT + "ram:PayeeTradeParty/ram:Name")
            .at(Term.TAX_REPRESENTATIVE_NAME, TAX_REPRESENTATIVE + "/ram:Name")
            .from(Term.TAX_REPRESENTATIVE_VAT_ID, of(TAX_REPRESENTATIVE, party -> taxIds(party, "VA")));

    private static final TermTable PAYMENT = new TermTable()
            .from(
                    Term.DELIVERY_DATE,
                    days(DELIVERY + "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString"))
            .at(Term.DELIVERY_COUNTRY, DELIVERY + "ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID")
            .from(Term.PERIOD_START, days(PERIOD + "ram:StartDateTime/udt:DateTimeString"))
            .from(Term.PERIOD_END, days(PERIOD + "ram:EndDateTime/udt:DateTimeString"))
            .at(Term.PAYMENT_MEANS, PAYMENT_MEANS + "/ram:TypeCode")
            .at(Term.PAYMENT_REFERENCE, CiiPaths.ALL.header().paymentReference())
            .from(
                    Term.ACCOUNT,
                    root -> root.all(PAYMENT_MEANS).stream()
                            .flatMap(means -> CiiPaths.ALL.account().numbers().stream()
                                    .flatMap(path -> means.all(path).stream())
                                    .map(InvoiceElement::text)
                                    .filter(text -> !text.isEmpty())
                                    .limit(1)))
            .at(Term.ACCOUNT_NAME, PAYEE_ACCOUNT + "ram:AccountName")
            .at(Term.BIC, PAYMENT_MEANS + "/" + CiiPaths.ALL.account().bic())
            .at(Term.MANDATE, TERMS + "ram:DirectDebitMandateID")
            .at(Term.CREDITOR_ID, SETTLEMENT + "ram:CreditorReferenceID")
            .at(Term.DEBITED_ACCOUNT, PAYMENT_MEANS + "/ram:PayerPartyDebtorFinancialAccount/ram:IBANID");

    private static final TermTable AMOUNTS = new TermTable()
            .at(Term.LINES_SUM, total(DocumentPaths.Totals::lines))
            .at(Term.ALLOWANCES_SUM, total(DocumentPaths.Totals::allowances))
            .at(Term.CHARGES_SUM, total(DocumentPaths.Totals::charges))
            .at(Term.NET, total(DocumentPaths.Totals::net))
            .from(Term.VAT, root -> vatTotals(root, true))
            .from(Term.TAX_CURRENCY_VAT, root -> vatTotals(root, false))
            .at(Term.GROSS, total(DocumentPaths.Totals::gross))
            .at(Term.PREPAID, total(DocumentPaths.Totals::prepaid))
            .at(Term.ROUNDING, total(DocumentPaths.Totals::rounding))
            .at(Term.PAYABLE, total(DocumentPaths.Totals::due));

    private CiiTerms() {}

    static Stated stated(InvoiceElement root) {
        return new Stated(
                "CII",
                TermTable.read(root, HEADER, PARTIES, PAYMENT, AMOUNTS),
                root.all(CiiPaths.VAT_BREAKDOWN).stream().map(CiiTerms::vat).toList(),
                root.all(CiiPaths.LINE).size(),
                root.all(AGREEMENT + "ram:AdditionalReferencedDocument").stream()
                        .filter(document -> ATTACHED.equals(document.firstText("ram:TypeCode")))
                        .flatMap(document -> document.all("ram:AttachmentBinaryObject").stream())
                        .map(file -> new Stated.Attachment(
                                file.attribute("filename"), file.attribute("mimeCode"), file.bytes()))
                        .toList(),
                TermTable.lines(root, HEADER, PARTIES, PAYMENT, AMOUNTS));
    }

    private static Stated.Vat vat(InvoiceElement breakdown) {
        DocumentPaths.Vat at = CiiPaths.ALL.vat();
        String text = breakdown.firstText("ram:ExemptionReason");
        return new Stated.Vat(
                breakdown.firstText(at.category()),
                breakdown.firstText(at.rate()),
                breakdown.firstText(at.base()),
                breakdown.firstText(at.amount()),
                text == null ? breakdown.firstText("ram:ExemptionReasonCode") : text);
    }

    /** BT-29, BT-46: one of the seller's choice, then those of a registry like GLN. */
    static Stream<String> ids(InvoiceElement party) {
        return Stream.of("ram:ID", "ram:GlobalID")
                .flatMap(path -> party.all(path).stream())
                .map(InvoiceElement::text);
    }

    static Stream<String> registrations(InvoiceElement party) {
        return party.all("ram:SpecifiedLegalOrganization/ram:ID").stream().map(InvoiceElement::text);
    }

    /** @param scheme {@code VA} for a VAT id, {@code FC} for another tax registration */
    static Stream<String> taxIds(InvoiceElement party, String scheme) {
        return party.all("ram:SpecifiedTaxRegistration/ram:ID").stream()
                .filter(id -> scheme.equals(id.scheme()))
                .map(InvoiceElement::text);
    }

    /** BT-110 is in the document's currency, which is also that of an amount that names none; BT-111 is in the other one. */
    private static Stream<String> vatTotals(InvoiceElement root, boolean inDocumentCurrency) {
        String currency = root.firstText(CiiPaths.CURRENCY);
        return root.all(CiiPaths.VAT_TOTAL).stream()
                .filter(total ->
                        (total.currency() == null || Objects.equals(total.currency(), currency)) == inDocumentCurrency)
                .map(InvoiceElement::text);
    }

    private static String total(Function<DocumentPaths.Totals, String> path) {
        return SUMMATION + "/" + path.apply(CiiPaths.ALL.totals());
    }

    private static Function<InvoiceElement, Stream<String>> days(String path) {
        return root -> root.all(path).stream().map(CiiSyntax::day);
    }

    private static Function<InvoiceElement, Stream<String>> of(
            String party, Function<InvoiceElement, Stream<String>> texts) {
        return root -> root.all(party).stream().flatMap(texts);
    }
}
