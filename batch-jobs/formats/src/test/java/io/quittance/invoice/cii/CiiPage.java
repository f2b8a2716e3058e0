package io.quittance.invoice.cii;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;
import java.nio.charset.StandardCharsets;

/** A CII invoice as text, in prefixes of its own, to be changed here and there. Its content is that of the UBL page. */
public final class CiiPage {

    private String text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Q:CrossIndustryInvoice xmlns:Q="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:a="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <Q:ExchangedDocumentContext>
                <a:GuidelineSpecifiedDocumentContextParameter><a:ID>urn:cen.eu:en16931:2017</a:ID></a:GuidelineSpecifiedDocumentContextParameter>
              </Q:ExchangedDocumentContext>
              <Q:ExchangedDocument>
                <a:ID>INV-1</a:ID>
                <a:TypeCode>380</a:TypeCode>
                <a:IssueDateTime><u:DateTimeString format="102">20261102</u:DateTimeString></a:IssueDateTime>
              </Q:ExchangedDocument>
              <Q:SupplyChainTradeTransaction>
                <a:IncludedSupplyChainTradeLineItem>
                  <a:AssociatedDocumentLineDocument><a:LineID>1</a:LineID></a:AssociatedDocumentLineDocument>
                  <a:SpecifiedTradeProduct><a:Name>Consulting</a:Name></a:SpecifiedTradeProduct>
                  <a:SpecifiedLineTradeAgreement>
                    <a:NetPriceProductTradePrice><a:ChargeAmount>95.00</a:ChargeAmount></a:NetPriceProductTradePrice>
                  </a:SpecifiedLineTradeAgreement>
                  <a:SpecifiedLineTradeDelivery><a:BilledQuantity unitCode="HUR">10</a:BilledQuantity></a:SpecifiedLineTradeDelivery>
                  <a:SpecifiedLineTradeSettlement>
                    <a:ApplicableTradeTax><a:TypeCode>VAT</a:TypeCode><a:CategoryCode>S</a:CategoryCode><a:RateApplicablePercent>19</a:RateApplicablePercent></a:ApplicableTradeTax>
                    <a:SpecifiedTradeSettlementLineMonetarySummation><a:LineTotalAmount>950.00</a:LineTotalAmount></a:SpecifiedTradeSettlementLineMonetarySummation>
                  </a:SpecifiedLineTradeSettlement>
                </a:IncludedSupplyChainTradeLineItem>
                <a:ApplicableHeaderTradeAgreement>
                  <a:SellerTradeParty>
                    <a:ID>C-007</a:ID>
                    <a:Name>Jane Roe</a:Name>
                    <a:SpecifiedTaxRegistration><a:ID schemeID="VA">DE123456789</a:ID></a:SpecifiedTaxRegistration>
                  </a:SellerTradeParty>
                  <a:BuyerTradeParty>
                    <a:Name>ACME GmbH</a:Name>
                    <a:SpecifiedTaxRegistration><a:ID schemeID="VA">DE999999999</a:ID></a:SpecifiedTaxRegistration>
                  </a:BuyerTradeParty>
                </a:ApplicableHeaderTradeAgreement>
                <a:ApplicableHeaderTradeDelivery/>
                <a:ApplicableHeaderTradeSettlement>
                  <a:InvoiceCurrencyCode>EUR</a:InvoiceCurrencyCode>
                  <a:ApplicableTradeTax>
                    <a:CalculatedAmount>180.50</a:CalculatedAmount>
                    <a:TypeCode>VAT</a:TypeCode>
                    <a:BasisAmount>950.00</a:BasisAmount>
                    <a:CategoryCode>S</a:CategoryCode>
                    <a:RateApplicablePercent>19</a:RateApplicablePercent>
                  </a:ApplicableTradeTax>
                  <a:SpecifiedTradePaymentTerms><a:DueDateDateTime><u:DateTimeString format="102">20261202</u:DateTimeString></a:DueDateDateTime></a:SpecifiedTradePaymentTerms>
                  <a:SpecifiedTradeSettlementHeaderMonetarySummation>
                    <a:LineTotalAmount>950.00</a:LineTotalAmount>
                    <a:TaxBasisTotalAmount>950.00</a:TaxBasisTotalAmount>
                    <a:TaxTotalAmount currencyID="EUR">180.50</a:TaxTotalAmount>
                    <a:GrandTotalAmount>1130.50</a:GrandTotalAmount>
                    <a:DuePayableAmount>1130.50</a:DuePayableAmount>
                  </a:SpecifiedTradeSettlementHeaderMonetarySummation>
                </a:ApplicableHeaderTradeSettlement>
              </Q:SupplyChainTradeTransaction>
            </Q:CrossIndustryInvoice>
            """;

    /** Another text in place of this one, everywhere. */
    public CiiPage with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.replace(old, other);
        return this;
    }

    /** More XML in front of this one, at its first place. */
    public CiiPage before(String old, String more) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.substring(0, at) + more + text.substring(at);
        return this;
    }

    /** With every amount and quantity negative, prices as they are. */
    CiiPage negative() {
        text = text.replaceAll(
                "(Quantity unitCode=\"HUR\"|(Total|Calculated|Basis|Payable)Amount( currencyID=\"EUR\")?)>(?=[0-9])",
                "$1>-");
        return this;
    }

    public String text() {
        return text;
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    DeliveredFile file() {
        return Reading.file("inv.xml", text);
    }
}
