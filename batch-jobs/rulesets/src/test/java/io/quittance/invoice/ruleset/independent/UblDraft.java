package io.quittance.invoice.ruleset.independent;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes a {@link VatDraft} in UBL 2.1. */
final class UblDraft {

    private final VatDraft draft;
    private final StringBuilder xml = new StringBuilder();

    private UblDraft(VatDraft draft) {
        this.draft = draft;
    }

    static String of(VatDraft draft) {
        return new UblDraft(draft).written();
    }

    private String written() {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
                <cbc:ID>V-1</cbc:ID><cbc:IssueDate>2026-11-20</cbc:IssueDate><cbc:DueDate>2026-12-20</cbc:DueDate>
                <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
                """);
        add(draft.taxPointDate, "<cbc:TaxPointDate>2026-11-20</cbc:TaxPointDate>");
        add(true, "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>");
        add(draft.taxCurrency != null, "<cbc:TaxCurrencyCode>" + draft.taxCurrency + "</cbc:TaxCurrencyCode>");
        add(draft.taxPointCode, "<cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>");
        parties();
        delivery();
        draft.uses.stream().filter(use -> !use.kind().equals("line")).forEach(this::adjustment);
        vat();
        totals();
        int number = 0;
        for (VatDraft.Use use : draft.uses) {
            if (use.kind().equals("line")) {
                line(++number, use);
            }
        }
        return xml.append("</Invoice>").toString();
    }

    private void add(boolean there, String element) {
        if (there) {
            xml.append(element).append('\n');
        }
    }

    private void parties() {
        xml.append("<cac:AccountingSupplierParty><cac:Party>");
        address("DE");
        taxScheme(draft.sellerVatId, "VAT");
        taxScheme(draft.sellerTaxId, "FC");
        xml.append(
                "<cac:PartyLegalEntity><cbc:RegistrationName>Brandt GmbH</cbc:RegistrationName>"
                        + "<cbc:CompanyID>HRB 7</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>\n");
        xml.append("<cac:AccountingCustomerParty><cac:Party>");
        address("NL");
        taxScheme(draft.buyerVatId, "VAT");
        xml.append("<cac:PartyLegalEntity><cbc:RegistrationName>Halyard B.V.</cbc:RegistrationName>");
        add(draft.buyerRegistration != null, "<cbc:CompanyID>" + draft.buyerRegistration + "</cbc:CompanyID>");
        xml.append("</cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>\n");
        if (draft.representativeVatId != null) {
            xml.append("<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Rep</cbc:Name></cac:PartyName>");
            address("DE");
            taxScheme(draft.representativeVatId, "VAT");
            xml.append("</cac:TaxRepresentativeParty>\n");
        }
    }

    private void address(String country) {
        xml.append("<cac:PostalAddress><cbc:CityName>Ulm</cbc:CityName><cac:Country><cbc:IdentificationCode>")
                .append(country)
                .append("</cbc:IdentificationCode></cac:Country></cac:PostalAddress>");
    }

    private void taxScheme(@Nullable String id, String scheme) {
        add(
                id != null,
                "<cac:PartyTaxScheme><cbc:CompanyID>" + id + "</cbc:CompanyID><cac:TaxScheme><cbc:ID>" + scheme
                        + "</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>");
    }

    private void delivery() {
        if (draft.delivered || draft.country) {
            xml.append("<cac:Delivery>");
            add(draft.delivered, "<cbc:ActualDeliveryDate>2026-11-19</cbc:ActualDeliveryDate>");
            add(
                    draft.country,
                    "<cac:DeliveryLocation><cac:Address><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode>"
                            + "</cac:Country></cac:Address></cac:DeliveryLocation>");
            xml.append("</cac:Delivery>\n");
        }
    }

    private void adjustment(VatDraft.Use use) {
        xml.append("<cac:AllowanceCharge><cbc:ChargeIndicator>")
                .append(use.kind().equals("charge"))
                .append("</cbc:ChargeIndicator><cbc:AllowanceChargeReason>agreed</cbc:AllowanceChargeReason>");
        amount("Amount", use.amount());
        category("cac:TaxCategory", use.category(), use.rate(), false);
        xml.append("</cac:AllowanceCharge>\n");
    }

    private void category(String element, @Nullable String category, @Nullable BigDecimal rate, boolean reason) {
        if (category == null) {
            return;
        }
        xml.append('<').append(element).append("><cbc:ID>").append(category).append("</cbc:ID>");
        add(rate != null, "<cbc:Percent>" + rate + "</cbc:Percent>");
        add(reason, "<cbc:TaxExemptionReason>as agreed</cbc:TaxExemptionReason>");
        xml.append("<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></")
                .append(element)
                .append('>');
    }

    private void vat() {
        xml.append("<cac:TaxTotal>");
        amount("TaxAmount", draft.vat);
        for (VatDraft.Group group : draft.groups) {
            xml.append("<cac:TaxSubtotal>");
            amount("TaxableAmount", group.base());
            amount("TaxAmount", group.tax());
            category("cac:TaxCategory", group.category(), group.rate(), group.reason());
            xml.append("</cac:TaxSubtotal>\n");
        }
        xml.append("</cac:TaxTotal>\n");
        add(
                draft.taxCurrencyVat != null,
                "<cac:TaxTotal><cbc:TaxAmount currencyID=\"" + draft.taxCurrency + "\">" + draft.taxCurrencyVat
                        + "</cbc:TaxAmount></cac:TaxTotal>");
    }

    private void totals() {
        xml.append("<cac:LegalMonetaryTotal>");
        amount("LineExtensionAmount", draft.sum("line"));
        amount("TaxExclusiveAmount", draft.net);
        amount("TaxInclusiveAmount", draft.gross);
        amount("AllowanceTotalAmount", draft.has("allowance") ? draft.sum("allowance") : null);
        amount("ChargeTotalAmount", draft.has("charge") ? draft.sum("charge") : null);
        amount("PrepaidAmount", draft.prepaid);
        amount("PayableRoundingAmount", draft.rounding);
        amount("PayableAmount", draft.due);
        xml.append("</cac:LegalMonetaryTotal>\n");
    }

    private void amount(String element, @Nullable BigDecimal amount) {
        add(
                amount != null,
                "<cbc:" + element + " currencyID=\"EUR\">" + (amount == null ? "" : amount.toPlainString()) + "</cbc:"
                        + element + ">");
    }

    private void line(int number, VatDraft.Use use) {
        xml.append("<cac:InvoiceLine><cbc:ID>").append(number).append("</cbc:ID>");
        xml.append("<cbc:InvoicedQuantity unitCode=\"C62\">1</cbc:InvoicedQuantity>");
        amount("LineExtensionAmount", use.amount());
        xml.append("<cac:Item><cbc:Name>work</cbc:Name>");
        category("cac:ClassifiedTaxCategory", use.category(), use.rate(), false);
        xml.append("</cac:Item><cac:Price>");
        amount("PriceAmount", use.amount());
        xml.append("</cac:Price></cac:InvoiceLine>\n");
    }
}
