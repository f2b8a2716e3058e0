package io.quittance.invoice.ruleset.independent;

import com.helger.ubl21.UBL21Marshaller;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.jspecify.annotations.Nullable;

/** A UBL document by ph-ubl's model. */
final class UblModel {

    private UblModel() {}

    static Fields invoice(InputStream xml) {
        InvoiceType in = Objects.requireNonNull(
                UBL21Marshaller.invoice().setUseSchema(false).read(xml));
        var fields = new Fields()
                .text("number", in.getIDValue())
                .text("type", in.getInvoiceTypeCodeValue())
                .day("issue_date", in.getIssueDateValue())
                .day("due_date", in.getDueDateValue())
                .text("currency", in.getDocumentCurrencyCodeValue());
        parties(
                fields,
                in.getAccountingSupplierParty().getParty(),
                in.getAccountingCustomerParty().getParty());
        references(fields, in.getContractDocumentReference(), in.getOrderReference(), in.getBillingReference());
        payment(fields, in.getPaymentMeans());
        totals(fields, in.getLegalMonetaryTotal(), in.getTaxTotal(), in.getDocumentCurrencyCodeValue());
        for (InvoiceLineType line : in.getInvoiceLine()) {
            line(fields, line.getIDValue(), line.getLineExtensionAmountValue(), line.getItem());
            fields.add("quantities", line.getIDValue(), line.getInvoicedQuantityValue());
        }
        return fields;
    }

    static Fields creditNote(InputStream xml) {
        CreditNoteType in = Objects.requireNonNull(
                UBL21Marshaller.creditNote().setUseSchema(false).read(xml));
        var fields = new Fields()
                .text("number", in.getIDValue())
                .text("type", in.getCreditNoteTypeCodeValue())
                .day("issue_date", in.getIssueDateValue())
                .day(
                        "due_date",
                        in.getPaymentMeans().stream()
                                .map(PaymentMeansType::getPaymentDueDateValue)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null))
                .text("currency", in.getDocumentCurrencyCodeValue());
        parties(
                fields,
                in.getAccountingSupplierParty().getParty(),
                in.getAccountingCustomerParty().getParty());
        references(fields, in.getContractDocumentReference(), in.getOrderReference(), in.getBillingReference());
        payment(fields, in.getPaymentMeans());
        totals(fields, in.getLegalMonetaryTotal(), in.getTaxTotal(), in.getDocumentCurrencyCodeValue());
        for (CreditNoteLineType line : in.getCreditNoteLine()) {
            line(fields, line.getIDValue(), line.getLineExtensionAmountValue(), line.getItem());
            fields.add("quantities", line.getIDValue(), line.getCreditedQuantityValue());
        }
        return fields;
    }

    private static void parties(Fields fields, PartyType seller, PartyType buyer) {
        fields.text("seller_name", name(seller))
                .text("seller_vat_id", vatId(seller))
                .text("buyer_name", name(buyer))
                .text("buyer_vat_id", vatId(buyer));
    }

    private static @Nullable String name(PartyType party) {
        return party.getPartyLegalEntity().isEmpty()
                ? null
                : party.getPartyLegalEntity().getFirst().getRegistrationNameValue();
    }

    private static @Nullable String vatId(PartyType party) {
        return party.getPartyTaxScheme().stream()
                .filter(scheme -> "VAT".equals(scheme.getTaxScheme().getIDValue()))
                .map(scheme -> scheme.getCompanyIDValue())
                .findFirst()
                .orElse(null);
    }

    private static void references(
            Fields fields,
            List<DocumentReferenceType> contracts,
            @Nullable OrderReferenceType order,
            List<BillingReferenceType> preceding) {
        fields.text(
                        "contract",
                        contracts.isEmpty() ? null : contracts.getFirst().getIDValue())
                .text("purchase_order", order == null ? null : order.getIDValue())
                .text(
                        "preceding_invoice",
                        preceding.isEmpty()
                                ? null
                                : preceding
                                        .getFirst()
                                        .getInvoiceDocumentReference()
                                        .getIDValue());
    }

    private static void payment(Fields fields, List<PaymentMeansType> means) {
        var accounts = means.stream()
                .map(PaymentMeansType::getPayeeFinancialAccount)
                .filter(Objects::nonNull)
                .toList();
        var branch = accounts.isEmpty() ? null : accounts.getFirst().getFinancialInstitutionBranch();
        fields.text("iban", accounts.isEmpty() ? null : accounts.getFirst().getIDValue())
                .text("bic", branch == null ? null : branch.getIDValue())
                .text(
                        "payment_reference",
                        means.stream()
                                .flatMap(one -> one.getPaymentID().stream())
                                .map(id -> id.getValue())
                                .findFirst()
                                .orElse(null));
    }

    private static void totals(Fields fields, MonetaryTotalType total, List<TaxTotalType> taxes, String currency) {
        TaxTotalType tax = taxes.stream()
                .filter(one -> currency.equals(one.getTaxAmount().getCurrencyID()))
                .findFirst()
                .orElseThrow();
        fields.amount("net", total.getTaxExclusiveAmountValue())
                .amount("vat", tax.getTaxAmountValue())
                .amount("gross", total.getTaxInclusiveAmountValue())
                .amount("prepaid", total.getPrepaidAmountValue())
                .amount("rounding", total.getPayableRoundingAmountValue())
                .amount("due", total.getPayableAmountValue());
        tax.getTaxSubtotal()
                .forEach(group -> fields.add(
                        "vat_groups",
                        group.getTaxCategory().getIDValue(),
                        rate(group.getTaxCategory()),
                        group.getTaxableAmountValue(),
                        group.getTaxAmountValue()));
    }

    private static void line(Fields fields, String number, BigDecimal net, ItemType what) {
        TaxCategoryType tax = what.getClassifiedTaxCategory().getFirst();
        fields.add("lines", number, net, tax.getIDValue(), rate(tax));
    }

    private static BigDecimal rate(TaxCategoryType tax) {
        return tax.getPercentValue() == null ? BigDecimal.ZERO : tax.getPercentValue();
    }
}
