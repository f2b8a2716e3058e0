package io.quittance.invoice.ubl;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.xml.XmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes one document as UBL 2.1 with what the invoice in normal form knows, in the order of the schema. The same invoice gives
 * the same bytes.
 */
public final class UblWriter {

    /** UNECE Recommendation 20: one. */
    private static final String UNIT = "C62";

    private final XmlWriter xml;
    private final Invoice invoice;
    private final boolean credit;

    private UblWriter(XmlWriter xml, Invoice invoice) {
        this.xml = xml;
        this.invoice = invoice;
        this.credit = invoice.kind() == DocumentKind.CREDIT_NOTE;
    }

    /**
     * Writes the document and closes the stream.
     *
     * @param sellerCountry BT-40, ISO 3166-1 alpha-2
     * @param buyerCountry BT-55
     */
    public static void write(Invoice invoice, String sellerCountry, String buyerCountry, OutputStream out)
            throws IOException {
        try (var xml = new XmlWriter(out)) {
            new UblWriter(xml, invoice).document(sellerCountry, buyerCountry);
        }
    }

    private void document(String sellerCountry, String buyerCountry) {
        xml.open(
                credit ? "CreditNote" : "Invoice",
                "xmlns",
                credit ? UblSyntax.CREDIT_NOTE : UblSyntax.INVOICE,
                "xmlns:cac",
                UblSyntax.AGGREGATES,
                "xmlns:cbc",
                UblSyntax.BASICS);
        header();
        references();
        party(
                "cac:AccountingSupplierParty",
                invoice.contractor(),
                sellerCountry,
                invoice.contractorVatId(),
                invoice.contractorName());
        party("cac:AccountingCustomerParty", invoice.entity(), buyerCountry, null, invoice.entity());
        delivery();
        paymentMeans();
        taxTotal();
        totals();
        invoice.lines().forEach(this::line);
        xml.end();
    }

    private void header() {
        xml.text("cbc:CustomizationID", "urn:cen.eu:en16931:2017");
        xml.text("cbc:ID", invoice.number());
        xml.text("cbc:IssueDate", invoice.issueDate().toString());
        if (credit) {
            xml.text("cbc:CreditNoteTypeCode", "381");
        } else {
            xml.textIfAny("cbc:DueDate", day(invoice.dueDate()));
            xml.text("cbc:InvoiceTypeCode", "380");
        }
        xml.textIfAny("cbc:TaxPointDate", day(invoice.taxPointDate()));
        xml.text("cbc:DocumentCurrencyCode", invoice.currency().getCode());
    }

    private void references() {
        reference("cac:OrderReference", invoice.purchaseReference());
        if (invoice.precedingInvoice() != null) {
            xml.open("cac:BillingReference");
            reference("cac:InvoiceDocumentReference", invoice.precedingInvoice());
            xml.end();
        }
        reference("cac:ContractDocumentReference", invoice.contract());
    }

    private void reference(String name, @Nullable String id) {
        if (id != null) {
            xml.open(name).text("cbc:ID", id).end();
        }
    }

    private void party(String role, String id, String country, @Nullable String vatId, String name) {
        xml.open(role).open("cac:Party");
        xml.open("cac:PartyIdentification").text("cbc:ID", id).end();
        xml.open("cac:PostalAddress")
                .open("cac:Country")
                .text("cbc:IdentificationCode", country)
                .end()
                .end();
        if (vatId != null) {
            xml.open("cac:PartyTaxScheme").text("cbc:CompanyID", vatId);
            scheme();
            xml.end();
        }
        xml.open("cac:PartyLegalEntity").text("cbc:RegistrationName", name).end();
        xml.end().end();
    }

    private void scheme() {
        xml.open("cac:TaxScheme").text("cbc:ID", "VAT").end();
    }

    private void delivery() {
        if (invoice.supplyDate() != null) {
            xml.open("cac:Delivery")
                    .text("cbc:ActualDeliveryDate", invoice.supplyDate().toString())
                    .end();
        }
    }

    /** UNTDID 4461: 30 is a credit transfer and asks for an account (BR-61), 1 says nothing about how. */
    private void paymentMeans() {
        StatedAccount payee = invoice.payee();
        LocalDate due = credit ? invoice.dueDate() : null;
        if (payee == null && invoice.paymentReference() == null && due == null) {
            return;
        }
        xml.open("cac:PaymentMeans").text("cbc:PaymentMeansCode", payee == null ? "1" : "30");
        xml.textIfAny("cbc:PaymentDueDate", day(due)).textIfAny("cbc:PaymentID", invoice.paymentReference());
        if (payee != null) {
            xml.open("cac:PayeeFinancialAccount").text("cbc:ID", payee.number());
            reference("cac:FinancialInstitutionBranch", payee.bic());
            xml.end();
        }
        xml.end();
    }

    private void taxTotal() {
        xml.open("cac:TaxTotal");
        money("cbc:TaxAmount", invoice.totals().vat());
        for (VatBreakdown vat : invoice.vat()) {
            xml.open("cac:TaxSubtotal");
            money("cbc:TaxableAmount", vat.base());
            money("cbc:TaxAmount", vat.tax());
            category("cac:TaxCategory", vat.category(), vat.rate());
            xml.end();
        }
        xml.end();
    }

    private void category(String name, VatCategory category, @Nullable BigDecimal rate) {
        xml.open(name).text("cbc:ID", category.name());
        xml.textIfAny("cbc:Percent", rate == null ? null : rate.toPlainString());
        scheme();
        xml.end();
    }

    private void totals() {
        InvoiceTotals totals = invoice.totals();
        CurrencyUnit currency = invoice.currency();
        xml.open("cac:LegalMonetaryTotal");
        money(
                "cbc:LineExtensionAmount",
                Money.total(
                        currency, invoice.lines().stream().map(InvoiceLine::net).toList()));
        money("cbc:TaxExclusiveAmount", totals.net());
        money("cbc:TaxInclusiveAmount", totals.gross());
        moneyIfAny("cbc:PrepaidAmount", totals.prepaid());
        moneyIfAny("cbc:PayableRoundingAmount", totals.rounding());
        money("cbc:PayableAmount", totals.due());
        xml.end();
    }

    private void line(InvoiceLine line) {
        xml.open(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine").text("cbc:ID", line.number());
        xml.text(
                credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                line.quantity().toPlainString(),
                "unitCode",
                line.unit() == null ? UNIT : line.unit());
        money("cbc:LineExtensionAmount", line.net());
        xml.open("cac:Item").text("cbc:Name", line.description());
        category("cac:ClassifiedTaxCategory", line.category(), line.rate());
        xml.end();
        xml.open("cac:Price");
        xml.text(
                "cbc:PriceAmount",
                line.unitPrice().toPlainString(),
                "currencyID",
                invoice.currency().getCode());
        xml.end().end();
    }

    private void moneyIfAny(String name, Money money) {
        if (!money.isZero()) {
            money(name, money);
        }
    }

    private void money(String name, Money money) {
        xml.text(
                name,
                money.getAmount().toPlainString(),
                "currencyID",
                money.getCurrencyUnit().getCode());
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
