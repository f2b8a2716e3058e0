package io.quittance.invoice.cii;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes an invoice as CII, so that reading can be tried on invoices of every shape. */
public final class CiiWriter {

    private final XmlWriter xml;
    private final Invoice invoice;

    private CiiWriter(XmlWriter xml, Invoice invoice) {
        this.xml = xml;
        this.invoice = invoice;
    }

    public static byte[] write(Invoice invoice) {
        var out = new ByteArrayOutputStream();
        try (var xml = new XmlWriter(out)) {
            new CiiWriter(xml, invoice).document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void document() {
        xml.open(
                "rsm:CrossIndustryInvoice",
                "xmlns:rsm",
                CiiSyntax.INVOICE,
                "xmlns:ram",
                CiiSyntax.AGGREGATES,
                "xmlns:udt",
                CiiSyntax.UNQUALIFIED);
        xml.open("rsm:ExchangedDocumentContext").open("ram:GuidelineSpecifiedDocumentContextParameter");
        xml.text("ram:ID", "urn:cen.eu:en16931:2017").end().end();
        xml.open("rsm:ExchangedDocument").text("ram:ID", invoice.number());
        xml.text("ram:TypeCode", invoice.kind() == DocumentKind.CREDIT_NOTE ? "381" : "380");
        date("ram:IssueDateTime", invoice.issueDate());
        xml.end().open("rsm:SupplyChainTradeTransaction");
        invoice.lines().forEach(this::line);
        agreement();
        xml.open("ram:ApplicableHeaderTradeDelivery");
        if (invoice.supplyDate() != null) {
            xml.open("ram:ActualDeliverySupplyChainEvent");
            date("ram:OccurrenceDateTime", invoice.supplyDate());
            xml.end();
        }
        xml.end();
        settlement();
        xml.end().end();
    }

    private void line(InvoiceLine line) {
        xml.open("ram:IncludedSupplyChainTradeLineItem");
        xml.open("ram:AssociatedDocumentLineDocument")
                .text("ram:LineID", line.number())
                .end();
        xml.open("ram:SpecifiedTradeProduct")
                .text("ram:Name", line.description())
                .end();
        xml.open("ram:SpecifiedLineTradeAgreement").open("ram:NetPriceProductTradePrice");
        xml.text("ram:ChargeAmount", line.unitPrice().toPlainString()).end().end();
        xml.open("ram:SpecifiedLineTradeDelivery");
        xml.text("ram:BilledQuantity", line.quantity().toPlainString(), "unitCode", "C62")
                .end();
        xml.open("ram:SpecifiedLineTradeSettlement").open("ram:ApplicableTradeTax");
        category(line.category(), line.rate());
        xml.end().open("ram:SpecifiedTradeSettlementLineMonetarySummation");
        money("ram:LineTotalAmount", line.net());
        xml.end().end().end();
    }

    private void agreement() {
        xml.open("ram:ApplicableHeaderTradeAgreement").open("ram:SellerTradeParty");
        xml.text("ram:ID", invoice.contractor()).text("ram:Name", invoice.contractorName());
        if (invoice.contractorVatId() != null) {
            xml.open("ram:SpecifiedTaxRegistration");
            xml.text("ram:ID", invoice.contractorVatId(), "schemeID", "VA").end();
        }
        xml.end().open("ram:BuyerTradeParty").text("ram:ID", invoice.entity());
        xml.text("ram:Name", invoice.entity()).end();
        reference("ram:BuyerOrderReferencedDocument", invoice.purchaseReference());
        reference("ram:ContractReferencedDocument", invoice.contract());
        xml.end();
    }

    private void settlement() {
        xml.open("ram:ApplicableHeaderTradeSettlement");
        xml.textIfAny("ram:PaymentReference", invoice.paymentReference());
        xml.text("ram:InvoiceCurrencyCode", invoice.currency().getCode());
        account();
        invoice.vat().forEach(this::vat);
        if (invoice.dueDate() != null) {
            xml.open("ram:SpecifiedTradePaymentTerms");
            date("ram:DueDateDateTime", invoice.dueDate());
            xml.end();
        }
        totals(invoice.totals());
        reference("ram:InvoiceReferencedDocument", invoice.precedingInvoice());
        xml.end();
    }

    private void account() {
        StatedAccount payee = invoice.payee();
        if (payee != null) {
            xml.open("ram:SpecifiedTradeSettlementPaymentMeans").text("ram:TypeCode", "30");
            xml.open("ram:PayeePartyCreditorFinancialAccount")
                    .text("ram:ProprietaryID", payee.number())
                    .end();
            if (payee.bic() != null) {
                xml.open("ram:PayeeSpecifiedCreditorFinancialInstitution")
                        .text("ram:BICID", payee.bic())
                        .end();
            }
            xml.end();
        }
    }

    private void vat(VatBreakdown vat) {
        xml.open("ram:ApplicableTradeTax");
        money("ram:CalculatedAmount", vat.tax());
        money("ram:BasisAmount", vat.base());
        category(vat.category(), vat.rate());
        xml.end();
    }

    private void category(VatCategory category, @Nullable BigDecimal rate) {
        xml.text("ram:TypeCode", "VAT").text("ram:CategoryCode", category.name());
        xml.textIfAny("ram:RateApplicablePercent", rate == null ? null : rate.toPlainString());
    }

    private void totals(InvoiceTotals totals) {
        xml.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        money("ram:TaxBasisTotalAmount", totals.net());
        xml.text(
                "ram:TaxTotalAmount",
                totals.vat().getAmount().toPlainString(),
                "currencyID",
                invoice.currency().getCode());
        money("ram:RoundingAmount", totals.rounding());
        money("ram:GrandTotalAmount", totals.gross());
        money("ram:TotalPrepaidAmount", totals.prepaid());
        money("ram:DuePayableAmount", totals.due());
        xml.end();
    }

    private void money(String name, Money money) {
        xml.text(name, money.getAmount().toPlainString());
    }

    private void reference(String name, @Nullable String id) {
        if (id != null) {
            xml.open(name).text("ram:IssuerAssignedID", id).end();
        }
    }

    private void date(String name, LocalDate date) {
        xml.open(name)
                .text("udt:DateTimeString", date.format(DateTimeFormatter.BASIC_ISO_DATE), "format", "102")
                .end();
    }
}
