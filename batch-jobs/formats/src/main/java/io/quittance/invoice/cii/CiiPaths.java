package io.quittance.invoice.cii;

import io.quittance.invoice.xml.DocumentPaths;
import java.util.List;

/** Where CII states what an invoice is made of (CEN/TS 16931-3-3). */
final class CiiPaths {

    static final String CONTEXT = "rsm:ExchangedDocumentContext/";
    static final String DOCUMENT = "rsm:ExchangedDocument/";
    static final String TRADE = "rsm:SupplyChainTradeTransaction/";
    static final String AGREEMENT = TRADE + "ram:ApplicableHeaderTradeAgreement/";
    static final String DELIVERY = TRADE + "ram:ApplicableHeaderTradeDelivery/";
    static final String SETTLEMENT = TRADE + "ram:ApplicableHeaderTradeSettlement/";
    static final String SUMMATION = SETTLEMENT + "ram:SpecifiedTradeSettlementHeaderMonetarySummation";

    static final String PROFILE = CONTEXT + "ram:GuidelineSpecifiedDocumentContextParameter/ram:ID";
    static final String TYPE = DOCUMENT + "ram:TypeCode";
    static final String CURRENCY = SETTLEMENT + "ram:InvoiceCurrencyCode";
    static final String DUE_DATE = SETTLEMENT + "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString";
    static final String VAT_BREAKDOWN = SETTLEMENT + "ram:ApplicableTradeTax";
    static final String VAT_TOTAL = SUMMATION + "/ram:TaxTotalAmount";
    static final String PAYMENT_MEANS = SETTLEMENT + "ram:SpecifiedTradeSettlementPaymentMeans";
    static final String LINE = TRADE + "ram:IncludedSupplyChainTradeLineItem";

    private static final String OF_LINE = "ram:SpecifiedLineTradeSettlement/";
    private static final String PRICE = "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/";
    private static final String PERIOD_START = "ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString";
    private static final String PERIOD_END = "ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString";
    private static final String ADJUSTMENT = "ram:SpecifiedTradeAllowanceCharge";

    static final DocumentPaths ALL = new DocumentPaths(
            new DocumentPaths.Header(
                    CURRENCY,
                    DOCUMENT + "ram:ID",
                    DOCUMENT + "ram:IssueDateTime/udt:DateTimeString",
                    AGREEMENT + "ram:SellerTradeParty",
                    AGREEMENT + "ram:BuyerTradeParty",
                    DELIVERY + "ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString",
                    SETTLEMENT + PERIOD_END,
                    VAT_BREAKDOWN + "/ram:TaxPointDate/udt:DateString",
                    AGREEMENT + "ram:ContractReferencedDocument/ram:IssuerAssignedID",
                    AGREEMENT + "ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID",
                    SETTLEMENT + "ram:PaymentReference",
                    SETTLEMENT + "ram:InvoiceReferencedDocument/ram:IssuerAssignedID"),
            new DocumentPaths.Lines(
                    LINE,
                    "ram:AssociatedDocumentLineDocument/ram:LineID",
                    "ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode",
                    OF_LINE + "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount",
                    OF_LINE + "ram:ApplicableTradeTax/ram:CategoryCode",
                    OF_LINE + "ram:ApplicableTradeTax/ram:RateApplicablePercent",
                    "ram:SpecifiedTradeProduct/ram:Name",
                    "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
                    PRICE + "ram:ChargeAmount",
                    PRICE + "ram:BasisQuantity"),
            adjustments(OF_LINE + ADJUSTMENT),
            List.of(adjustments(SETTLEMENT + ADJUSTMENT), freight()),
            new DocumentPaths.Totals(
                    SUMMATION,
                    "ram:LineTotalAmount",
                    "ram:AllowanceTotalAmount",
                    "ram:ChargeTotalAmount",
                    "ram:TaxBasisTotalAmount",
                    "ram:GrandTotalAmount",
                    "ram:TotalPrepaidAmount",
                    "ram:RoundingAmount",
                    "ram:DuePayableAmount"),
            new DocumentPaths.Vat(
                    "ram:TypeCode",
                    "ram:CategoryCode",
                    "ram:RateApplicablePercent",
                    "ram:BasisAmount",
                    "ram:CalculatedAmount",
                    List.of("ram:ExemptionReason", "ram:ExemptionReasonCode")),
            new DocumentPaths.Account(
                    PAYMENT_MEANS,
                    List.of(
                            "ram:PayeePartyCreditorFinancialAccount/ram:IBANID",
                            "ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID"),
                    "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID"),
            new DocumentPaths.Periods(
                    SETTLEMENT + PERIOD_START, SETTLEMENT + PERIOD_END, OF_LINE + PERIOD_START, OF_LINE + PERIOD_END));

    private CiiPaths() {}

    private static DocumentPaths.Adjustments adjustments(String group) {
        return new DocumentPaths.Adjustments(
                group,
                "ram:ChargeIndicator/udt:Indicator",
                "ram:ActualAmount",
                "ram:Reason",
                "ram:CategoryTradeTax/ram:CategoryCode",
                "ram:CategoryTradeTax/ram:RateApplicablePercent");
    }

    /** Freight and packing of the EXTENDED profile, which BT-108 counts among the charges. */
    private static DocumentPaths.Adjustments freight() {
        return new DocumentPaths.Adjustments(
                SETTLEMENT + "ram:SpecifiedLogisticsServiceCharge",
                null,
                "ram:AppliedAmount",
                "ram:Description",
                "ram:AppliedTradeTax/ram:CategoryCode",
                "ram:AppliedTradeTax/ram:RateApplicablePercent");
    }
}
