package io.quittance.invoice.ubl;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;

/** A small UBL invoice, changed where a test says so. Net 950.00, VAT 180.50, gross 1130.50. */
final class UblPage {

    private String text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <b:ID>INV-1</b:ID>
              <b:IssueDate>2026-11-02</b:IssueDate>
              <b:DueDate>2026-12-02</b:DueDate>
              <b:InvoiceTypeCode>380</b:InvoiceTypeCode>
              <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
              <a:AccountingSupplierParty><a:Party>
                <a:PartyIdentification><b:ID>C-007</b:ID></a:PartyIdentification>
                <a:PartyTaxScheme><b:CompanyID>DE123456789</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme>
                <a:PartyLegalEntity><b:RegistrationName>Jane Roe</b:RegistrationName></a:PartyLegalEntity>
              </a:Party></a:AccountingSupplierParty>
              <a:AccountingCustomerParty><a:Party>
                <a:PartyTaxScheme><b:CompanyID>DE999999999</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme>
                <a:PartyLegalEntity><b:RegistrationName>ACME GmbH</b:RegistrationName></a:PartyLegalEntity>
              </a:Party></a:AccountingCustomerParty>
              <a:TaxTotal>
                <b:TaxAmount currencyID="EUR">180.50</b:TaxAmount>
                <a:TaxSubtotal>
                  <b:TaxableAmount currencyID="EUR">950.00</b:TaxableAmount>
                  <b:TaxAmount currencyID="EUR">180.50</b:TaxAmount>
                  <a:TaxCategory><b:ID>S</b:ID><b:Percent>19</b:Percent></a:TaxCategory>
                </a:TaxSubtotal>
              </a:TaxTotal>
              <a:LegalMonetaryTotal>
                <b:LineExtensionAmount currencyID="EUR">950.00</b:LineExtensionAmount>
                <b:TaxExclusiveAmount currencyID="EUR">950.00</b:TaxExclusiveAmount>
                <b:TaxInclusiveAmount currencyID="EUR">1130.50</b:TaxInclusiveAmount>
                <b:PayableAmount currencyID="EUR">1130.50</b:PayableAmount>
              </a:LegalMonetaryTotal>
              <a:InvoiceLine>
                <b:ID>1</b:ID>
                <b:InvoicedQuantity unitCode="HUR">10</b:InvoicedQuantity>
                <b:LineExtensionAmount currencyID="EUR">950.00</b:LineExtensionAmount>
                <a:Item><b:Name>Consulting</b:Name><a:ClassifiedTaxCategory><b:ID>S</b:ID><b:Percent>19</b:Percent></a:ClassifiedTaxCategory></a:Item>
                <a:Price><b:PriceAmount currencyID="EUR">95.00</b:PriceAmount></a:Price>
              </a:InvoiceLine>
            </Invoice>
            """;

    /** Another text in place of this one, everywhere. */
    UblPage with(String old, String other) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.replace(old, other);
        return this;
    }

    /** More XML in front of this one, at its first place. */
    UblPage before(String old, String more) {
        int at = text.indexOf(old);
        text = text.substring(0, at) + more + text.substring(at);
        return this;
    }

    /** As a credit note with the same amounts. */
    UblPage asCreditNote() {
        return with("Invoice-2", "CreditNote-2")
                .with("<Invoice ", "<CreditNote ")
                .with("</Invoice>", "</CreditNote>")
                .with("a:InvoiceLine", "a:CreditNoteLine")
                .with("InvoicedQuantity", "CreditedQuantity")
                .with("b:InvoiceTypeCode>380", "b:CreditNoteTypeCode>381")
                .with("b:InvoiceTypeCode", "b:CreditNoteTypeCode")
                .with("  <b:DueDate>2026-12-02</b:DueDate>\n", "")
                .before(
                        "<a:TaxTotal>",
                        "<a:PaymentMeans><b:PaymentDueDate>2026-12-02</b:PaymentDueDate></a:PaymentMeans>\n");
    }

    /** With every amount and quantity negative. */
    UblPage negative() {
        text = text.replaceAll("(currencyID=\"EUR\"|unitCode=\"HUR\")>", "$1>-")
                .replace("PriceAmount currencyID=\"EUR\">-", "PriceAmount currencyID=\"EUR\">");
        return this;
    }

    String text() {
        return text;
    }

    DeliveredFile file() {
        return Reading.file("inv.xml", text);
    }
}
