package io.quittance.invoice.ubl;

import io.quittance.invoice.xml.DocumentPaths;
import java.util.List;

/** Where UBL states what an invoice is made of (CEN/TS 16931-3-2). */
final class UblPaths {

    static final String SELLER = "cac:AccountingSupplierParty/cac:Party";
    static final String BUYER = "cac:AccountingCustomerParty/cac:Party";

    private static final DocumentPaths.Header HEADER = new DocumentPaths.Header(
            "cbc:DocumentCurrencyCode",
            "cbc:ID",
            "cbc:IssueDate",
            SELLER,
            BUYER,
            "cac:Delivery/cbc:ActualDeliveryDate",
            "cac:InvoicePeriod/cbc:EndDate",
            "cbc:TaxPointDate",
            "cac:ContractDocumentReference/cbc:ID",
            "cac:OrderReference/cbc:ID",
            "cac:PaymentMeans/cbc:PaymentID",
            "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID");

    private static final DocumentPaths.Adjustments ADJUSTMENTS = new DocumentPaths.Adjustments(
            "cac:AllowanceCharge",
            "cbc:ChargeIndicator",
            "cbc:Amount",
            "cbc:AllowanceChargeReason",
            "cac:TaxCategory/cbc:ID",
            "cac:TaxCategory/cbc:Percent");

    private static final DocumentPaths.Totals TOTALS = new DocumentPaths.Totals(
            "cac:LegalMonetaryTotal",
            "cbc:LineExtensionAmount",
            "cbc:AllowanceTotalAmount",
            "cbc:ChargeTotalAmount",
            "cbc:TaxExclusiveAmount",
            "cbc:TaxInclusiveAmount",
            "cbc:PrepaidAmount",
            "cbc:PayableRoundingAmount",
            "cbc:PayableAmount");

    private static final DocumentPaths.Vat VAT = new DocumentPaths.Vat(
            null,
            "cac:TaxCategory/cbc:ID",
            "cac:TaxCategory/cbc:Percent",
            "cbc:TaxableAmount",
            "cbc:TaxAmount",
            List.of("cac:TaxCategory/cbc:TaxExemptionReason", "cac:TaxCategory/cbc:TaxExemptionReasonCode"));

    private static final DocumentPaths.Account ACCOUNT = new DocumentPaths.Account(
            "cac:PaymentMeans/cac:PayeeFinancialAccount", List.of("cbc:ID"), "cac:FinancialInstitutionBranch/cbc:ID");

    private static final DocumentPaths.Periods PERIODS = new DocumentPaths.Periods(
            "cac:InvoicePeriod/cbc:StartDate",
            HEADER.periodEnd(),
            "cac:InvoicePeriod/cbc:StartDate",
            "cac:InvoicePeriod/cbc:EndDate");

    static final DocumentPaths INVOICE = of("cac:InvoiceLine", "cbc:InvoicedQuantity");
    static final DocumentPaths CREDIT_NOTE = of("cac:CreditNoteLine", "cbc:CreditedQuantity");

    private UblPaths() {}

    private static DocumentPaths of(String line, String quantity) {
        var lines = new DocumentPaths.Lines(
                line,
                "cbc:ID",
                null,
                "cbc:LineExtensionAmount",
                "cac:Item/cac:ClassifiedTaxCategory/cbc:ID",
                "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent",
                "cac:Item/cbc:Name",
                quantity,
                "cac:Price/cbc:PriceAmount",
                "cac:Price/cbc:BaseQuantity");
        return new DocumentPaths(HEADER, lines, ADJUSTMENTS, List.of(ADJUSTMENTS), TOTALS, VAT, ACCOUNT, PERIODS);
    }
}
