package io.quittance.invoice.ubl;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermTable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where UBL states which business term (CEN/TS 16931-3-2). */
final class UblTerms {

    private static final String SELLER = UblPaths.SELLER + "/";
    private static final String BUYER = UblPaths.BUYER + "/";
    private static final String TAX_REPRESENTATIVE = "cac:TaxRepresentativeParty";
    private static final String TOTALS = "cac:LegalMonetaryTotal/";
    private static final String SEPA = "SEPA";

    private static final TermTable HEADER = new TermTable()
            .at(Term.NUMBER, "cbc:ID")
            .at(Term.ISSUE_DATE, "cbc:IssueDate")
            .at(Term.TYPE, "cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode")
            .at(Term.CURRENCY, "cbc:DocumentCurrencyCode")
            .at(Term.TAX_CURRENCY, "cbc:TaxCurrencyCode")
            .at(Term.TAX_POINT_DATE, "cbc:TaxPointDate")
            .at(Term.TAX_POINT_CODE, "cac:InvoicePeriod/cbc:DescriptionCode")
            .at(Term.DUE_DATE, "cbc:DueDate", "cac:PaymentMeans/cbc:PaymentDueDate")
            .at(Term.BUYER_REFERENCE, "cbc:BuyerReference")
            .at(Term.PROJECT, "cac:ProjectReference/cbc:ID")
            .at(Term.CONTRACT, "cac:ContractDocumentReference/cbc:ID")
            .at(Term.PURCHASE_ORDER, "cac:OrderReference/cbc:ID")
            .at(Term.SALES_ORDER, "cac:OrderReference/cbc:SalesOrderID")
            .at(Term.PAYMENT_TERMS, "cac:PaymentTerms/cbc:Note")
            .at(Term.PROCESS, "cbc:ProfileID")
            .at(Term.PROFILE, "cbc:CustomizationID")
            .at(Term.PRECEDING_INVOICE, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID")
            .at(Term.PRECEDING_DATE, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate");

    private static final TermTable PARTIES = new TermTable()
            .at(
                    Term.SELLER_NAME,
                    SELLER + "cac:PartyLegalEntity/cbc:RegistrationName",
                    SELLER + "cac:PartyName/cbc:Name")
            .at(Term.SELLER_TRADING_NAME, SELLER + "cac:PartyName/cbc:Name")
            .from(Term.SELLER_ID, root -> of(root, UblPaths.SELLER, UblTerms::ids))
            .at(Term.SELLER_REGISTRATION, SELLER + "cac:PartyLegalEntity/cbc:CompanyID")
            .from(Term.SELLER_VAT_ID, root -> of(root, UblPaths.SELLER, party -> taxIds(party, true)))
            .from(Term.SELLER_TAX_REGISTRATION, root -> of(root, UblPaths.SELLER, party -> taxIds(party, false)))
            .at(Term.SELLER_COUNTRY, SELLER + "cac:PostalAddress/cac:Country/cbc:IdentificationCode")
            .at(Term.BUYER_NAME, BUYER + "cac:PartyLegalEntity/cbc:RegistrationName", BUYER + "cac:PartyName/cbc:Name")
            .from(Term.BUYER_ID, root -> of(root, UblPaths.BUYER, UblTerms::ids))
            .at(Term.BUYER_REGISTRATION, BUYER + "cac:PartyLegalEntity/cbc:CompanyID")
            .from(Term.BUYER_VAT_ID, root -> of(root, UblPaths.BUYER, party -> taxIds(party, true)))
            .at(Term.BUYER_COUNTRY, BUYER + "cac:PostalAddress/cac:Country/cbc:IdentificationCode")
            .at(Term.PAYEE_NAME, "cac:PayeeParty/cac:PartyName/cbc:Name")
            .at(Term.TAX_REPRESENTATIVE_NAME, TAX_REPRESENTATIVE + "/cac:PartyName/cbc:Name")
            .from(Term.TAX_REPRESENTATIVE_VAT_ID, root -> of(root, TAX_REPRESENTATIVE, party -> taxIds(party, true)));

    private static final TermTable PAYMENT = new TermTable()
            .at(Term.DELIVERY_DATE, "cac:Delivery/cbc:ActualDeliveryDate")
            .at(
                    Term.DELIVERY_COUNTRY,
                    "cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode")
            .at(Term.PERIOD_START, "cac:InvoicePeriod/cbc:StartDate")
            .at(Term.PERIOD_END, "cac:InvoicePeriod/cbc:EndDate")
            .at(Term.PAYMENT_MEANS, "cac:PaymentMeans/cbc:PaymentMeansCode")
            .at(Term.PAYMENT_REFERENCE, "cac:PaymentMeans/cbc:PaymentID")
            .at(Term.ACCOUNT, "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID")
            .at(Term.ACCOUNT_NAME, "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:Name")
            .at(Term.BIC, "cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID")
            .at(Term.MANDATE, "cac:PaymentMeans/cac:PaymentMandate/cbc:ID")
            .from(Term.CREDITOR_ID, UblTerms::creditorIds)
            .at(Term.DEBITED_ACCOUNT, "cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID");

    private static final TermTable AMOUNTS = new TermTable()
            .at(Term.LINES_SUM, TOTALS + "cbc:LineExtensionAmount")
            .at(Term.ALLOWANCES_SUM, TOTALS + "cbc:AllowanceTotalAmount")
            .at(Term.CHARGES_SUM, TOTALS + "cbc:ChargeTotalAmount")
            .at(Term.NET, TOTALS + "cbc:TaxExclusiveAmount")
            .from(Term.VAT, root -> vatTotals(root, true))
            .from(Term.TAX_CURRENCY_VAT, root -> vatTotals(root, false))
            .at(Term.GROSS, TOTALS + "cbc:TaxInclusiveAmount")
            .at(Term.PREPAID, TOTALS + "cbc:PrepaidAmount")
            .at(Term.ROUNDING, TOTALS + "cbc:PayableRoundingAmount")
            .at(Term.PAYABLE, TOTALS + "cbc:PayableAmount");

    private UblTerms() {}

    static Stated stated(InvoiceElement root) {
        return new Stated(
                "UBL-" + root.name(),
                TermTable.read(root, HEADER, PARTIES, PAYMENT, AMOUNTS),
                root.all("cac:TaxTotal/cac:TaxSubtotal").stream()
                        .map(UblTerms::vat)
                        .toList(),
                root.all("cac:InvoiceLine").size()
                        + root.all("cac:CreditNoteLine").size(),
                root.all("cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject").stream()
                        .map(file -> new Stated.Attachment(
                                file.attribute("filename"), file.attribute("mimeCode"), file.bytes()))
                        .toList(),
                TermTable.lines(root, HEADER, PARTIES, PAYMENT, AMOUNTS));
    }

    private static Stated.Vat vat(InvoiceElement subtotal) {
        String text = subtotal.firstText("cac:TaxCategory/cbc:TaxExemptionReason");
        return new Stated.Vat(
                subtotal.firstText("cac:TaxCategory/cbc:ID"),
                subtotal.firstText("cac:TaxCategory/cbc:Percent"),
                subtotal.firstText("cbc:TaxableAmount"),
                subtotal.firstText("cbc:TaxAmount"),
                text == null ? subtotal.firstText("cac:TaxCategory/cbc:TaxExemptionReasonCode") : text);
    }

    /** BT-90 stands among the identifiers of the seller or of the payee. */
    private static Stream<String> creditorIds(InvoiceElement root) {
        return Stream.of(SELLER, "cac:PayeeParty/")
                .flatMap(party -> root.all(party + "cac:PartyIdentification/cbc:ID").stream())
                .filter(id -> SEPA.equals(id.scheme()))
                .map(InvoiceElement::text);
    }

    /** BT-27, BT-44: the registered name, else the trading name. */
    static @Nullable String name(InvoiceElement party) {
        String registered = party.firstText("cac:PartyLegalEntity/cbc:RegistrationName");
        return registered == null ? party.firstText("cac:PartyName/cbc:Name") : registered;
    }

    static Stream<String> ids(InvoiceElement party) {
        return party.all("cac:PartyIdentification/cbc:ID").stream()
                .filter(id -> !SEPA.equals(id.scheme()))
                .map(InvoiceElement::text);
    }

    static Stream<String> registrations(InvoiceElement party) {
        return party.all("cac:PartyLegalEntity/cbc:CompanyID").stream().map(InvoiceElement::text);
    }

    static Stream<String> taxIds(InvoiceElement party, boolean vat) {
        return party.all("cac:PartyTaxScheme").stream()
                .filter(scheme -> "VAT".equals(scheme.firstText("cac:TaxScheme/cbc:ID")) == vat)
                .flatMap(scheme -> scheme.all("cbc:CompanyID").stream())
                .map(InvoiceElement::text);
    }

    private static Stream<String> of(
            InvoiceElement root, String party, Function<InvoiceElement, Stream<String>> texts) {
        return root.all(party).stream().flatMap(texts);
    }

    /** BT-110 is in the document's currency, BT-111 in the other one. */
    private static Stream<String> vatTotals(InvoiceElement root, boolean inDocumentCurrency) {
        String currency = root.firstText("cbc:DocumentCurrencyCode");
        List<InvoiceElement> totals = root.all("cac:TaxTotal/cbc:TaxAmount");
        return totals.stream()
                .filter(total -> Objects.equals(total.currency(), currency) == inDocumentCurrency)
                .map(InvoiceElement::text);
    }
}
