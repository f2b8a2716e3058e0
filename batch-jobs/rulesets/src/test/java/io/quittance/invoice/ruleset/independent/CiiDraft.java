package io.quittance.invoice.ruleset.independent;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes a {@link VatDraft} in CII D16B. */
final class CiiDraft {

    private final VatDraft draft;
    private final StringBuilder xml = new StringBuilder();

    private CiiDraft(VatDraft draft) {
        this.draft = draft;
    }

    static String of(VatDraft draft) {
        return new CiiDraft(draft).written();
    }

    private String written() {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
                <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
                <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
                </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
                <rsm:ExchangedDocument><ram:ID>V-1</ram:ID><ram:TypeCode>380</ram:TypeCode>
                <ram:IssueDateTime><udt:DateTimeString format="102">20261120</udt:DateTimeString></ram:IssueDateTime>
                </rsm:ExchangedDocument>
                <rsm:SupplyChainTradeTransaction>
                """);
        int number = 0;
        for (VatDraft.Use use : draft.uses) {
            if (use.kind().equals("line")) {
                line(++number, use);
            }
        }
        parties();
        delivery();
        settlement();
        return xml.append("</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>")
                .toString();
    }

    private void add(boolean there, String element) {
        if (there) {
            xml.append(element).append('\n');
        }
    }

    private void element(String name, @Nullable Object text) {
        add(text != null, "<ram:" + name + ">" + text + "</ram:" + name + ">");
    }

    private void amount(String name, @Nullable BigDecimal amount) {
        element(name, amount == null ? null : amount.toPlainString());
    }

    private void line(int number, VatDraft.Use use) {
        xml.append("<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>");
        element("LineID", number);
        xml.append("</ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>work</ram:Name>"
                + "</ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>");
        amount("ChargeAmount", use.amount());
        xml.append("</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery>"
                + "<ram:BilledQuantity unitCode=\"C62\">1</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>"
                + "<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>");
        element("CategoryCode", use.category());
        element("RateApplicablePercent", use.rate());
        xml.append("</ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation>");
        amount("LineTotalAmount", use.amount());
        xml.append("</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>"
                + "</ram:IncludedSupplyChainTradeLineItem>\n");
    }

    private void parties() {
        xml.append("<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Brandt GmbH</ram:Name>"
                + "<ram:SpecifiedLegalOrganization><ram:ID>HRB 7</ram:ID></ram:SpecifiedLegalOrganization>");
        address("DE");
        registration(draft.sellerVatId, "VA");
        registration(draft.sellerTaxId, "FC");
        xml.append("</ram:SellerTradeParty>\n<ram:BuyerTradeParty><ram:Name>Halyard B.V.</ram:Name>");
        add(
                draft.buyerRegistration != null,
                "<ram:SpecifiedLegalOrganization><ram:ID>" + draft.buyerRegistration
                        + "</ram:ID></ram:SpecifiedLegalOrganization>");
        address("NL");
        registration(draft.buyerVatId, "VA");
        xml.append("</ram:BuyerTradeParty>\n");
        if (draft.representativeVatId != null) {
            xml.append("<ram:SellerTaxRepresentativeTradeParty><ram:Name>Rep</ram:Name>");
            address("DE");
            registration(draft.representativeVatId, "VA");
            xml.append("</ram:SellerTaxRepresentativeTradeParty>\n");
        }
        xml.append("</ram:ApplicableHeaderTradeAgreement>\n");
    }

    private void address(String country) {
        xml.append("<ram:PostalTradeAddress><ram:CityName>Ulm</ram:CityName><ram:CountryID>")
                .append(country)
                .append("</ram:CountryID></ram:PostalTradeAddress>");
    }

    private void registration(@Nullable String id, String scheme) {
        add(
                id != null,
                "<ram:SpecifiedTaxRegistration><ram:ID schemeID=\"" + scheme + "\">" + id
                        + "</ram:ID></ram:SpecifiedTaxRegistration>");
    }

    private void delivery() {
        xml.append("<ram:ApplicableHeaderTradeDelivery>");
        add(
                draft.country,
                "<ram:ShipToTradeParty><ram:PostalTradeAddress><ram:CountryID>NL</ram:CountryID></ram:PostalTradeAddress>"
                        + "</ram:ShipToTradeParty>");
        add(
                draft.delivered,
                "<ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>" + day()
                        + "</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent>");
        xml.append("</ram:ApplicableHeaderTradeDelivery>\n");
    }

    private static String day() {
        return "<udt:DateTimeString format=\"102\">20261119</udt:DateTimeString>";
    }

    private void settlement() {
        xml.append("<ram:ApplicableHeaderTradeSettlement>");
        element("TaxCurrencyCode", draft.taxCurrency);
        element("InvoiceCurrencyCode", "EUR");
        draft.groups.forEach(this::group);
        draft.uses.stream().filter(use -> !use.kind().equals("line")).forEach(this::adjustment);
        xml.append("<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">20261220"
                + "</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>\n");
        totals();
        xml.append("</ram:ApplicableHeaderTradeSettlement>\n");
    }

    private void group(VatDraft.Group group) {
        xml.append("<ram:ApplicableTradeTax>");
        amount("CalculatedAmount", group.tax());
        element("TypeCode", "VAT");
        element("ExemptionReason", group.reason() ? "as agreed" : null);
        amount("BasisAmount", group.base());
        element("CategoryCode", group.category());
        add(
                draft.taxPointDate,
                "<ram:TaxPointDate><udt:DateString format=\"102\">20261120</udt:DateString></ram:TaxPointDate>");
        element("DueDateTypeCode", draft.taxPointCode ? "5" : null);
        element("RateApplicablePercent", group.rate());
        xml.append("</ram:ApplicableTradeTax>\n");
    }

    private void adjustment(VatDraft.Use use) {
        xml.append("<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>")
                .append(use.kind().equals("charge"))
                .append("</udt:Indicator></ram:ChargeIndicator>");
        amount("ActualAmount", use.amount());
        element("Reason", "agreed");
        xml.append("<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode>");
        element("CategoryCode", use.category());
        element("RateApplicablePercent", use.rate());
        xml.append("</ram:CategoryTradeTax></ram:SpecifiedTradeAllowanceCharge>\n");
    }

    private void totals() {
        xml.append("<ram:SpecifiedTradeSettlementHeaderMonetarySummation>");
        amount("LineTotalAmount", draft.sum("line"));
        amount("ChargeTotalAmount", draft.has("charge") ? draft.sum("charge") : null);
        amount("AllowanceTotalAmount", draft.has("allowance") ? draft.sum("allowance") : null);
        amount("TaxBasisTotalAmount", draft.net);
        add(true, "<ram:TaxTotalAmount currencyID=\"EUR\">" + draft.vat.toPlainString() + "</ram:TaxTotalAmount>");
        add(
                draft.taxCurrencyVat != null,
                "<ram:TaxTotalAmount currencyID=\"" + draft.taxCurrency + "\">" + draft.taxCurrencyVat
                        + "</ram:TaxTotalAmount>");
        amount("RoundingAmount", draft.rounding);
        amount("GrandTotalAmount", draft.gross);
        amount("TotalPrepaidAmount", draft.prepaid);
        amount("DuePayableAmount", draft.due);
        xml.append("</ram:SpecifiedTradeSettlementHeaderMonetarySummation>\n");
    }
}
