package io.quittance.invoice.ruleset.independent;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeLineItemType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementPaymentMeansType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;

/** A CII document by ph-cii's model. */
final class CiiModel {

    private CiiModel() {}

    static Fields read(InputStream xml) {
        CrossIndustryInvoiceType invoice = Objects.requireNonNull(new CIID16BCrossIndustryInvoiceTypeMarshaller()
                .setUseSchema(false)
                .read(xml));
        var trade = invoice.getSupplyChainTradeTransaction();
        HeaderTradeSettlementType settlement = trade.getApplicableHeaderTradeSettlement();
        var fields = new Fields()
                .text("number", invoice.getExchangedDocument().getIDValue())
                .text("type", invoice.getExchangedDocument().getTypeCodeValue())
                .day("issue_date", day(invoice.getExchangedDocument().getIssueDateTime()))
                .text("currency", settlement.getInvoiceCurrencyCodeValue());
        parties(fields, trade.getApplicableHeaderTradeAgreement());
        payment(fields, settlement);
        totals(fields, settlement);
        settlement.getApplicableTradeTax().forEach(tax -> fields.add("vat_groups", group(tax)));
        trade.getIncludedSupplyChainTradeLineItem().forEach(line -> line(fields, line));
        return fields;
    }

    private static void parties(Fields fields, HeaderTradeAgreementType agreement) {
        TradePartyType seller = agreement.getSellerTradeParty();
        TradePartyType buyer = agreement.getBuyerTradeParty();
        fields.text("seller_name", seller.getNameValue())
                .text("seller_vat_id", vatId(seller))
                .text("buyer_name", buyer.getNameValue())
                .text("buyer_vat_id", vatId(buyer))
                .text("contract", number(agreement.getContractReferencedDocument()))
                .text("purchase_order", number(agreement.getBuyerOrderReferencedDocument()));
    }

    private static void payment(Fields fields, HeaderTradeSettlementType settlement) {
        String iban = null;
        String bic = null;
        for (TradeSettlementPaymentMeansType means : settlement.getSpecifiedTradeSettlementPaymentMeans()) {
            var account = means.getPayeePartyCreditorFinancialAccount();
            if (account != null && iban == null) {
                iban = account.getIBANIDValue() == null ? account.getProprietaryIDValue() : account.getIBANIDValue();
                var bank = means.getPayeeSpecifiedCreditorFinancialInstitution();
                bic = bank == null ? null : bank.getBICIDValue();
            }
        }
        fields.text("iban", iban)
                .text("bic", bic)
                .text(
                        "payment_reference",
                        settlement.getPaymentReference().isEmpty()
                                ? null
                                : settlement.getPaymentReference().getFirst().getValue())
                .text("preceding_invoice", number(settlement.getInvoiceReferencedDocument()))
                .day(
                        "due_date",
                        settlement.getSpecifiedTradePaymentTerms().stream()
                                .map(terms -> day(terms.getDueDateDateTime()))
                                .filter(Objects::nonNull)
                                .min(String::compareTo)
                                .orElse(null));
    }

    private static void totals(Fields fields, HeaderTradeSettlementType settlement) {
        TradeSettlementHeaderMonetarySummationType sums =
                settlement.getSpecifiedTradeSettlementHeaderMonetarySummation();
        String currency = settlement.getInvoiceCurrencyCodeValue();
        fields.amount("net", first(sums.getTaxBasisTotalAmount()))
                .amount(
                        "vat",
                        sums.getTaxTotalAmount().stream()
                                .filter(amount -> amount.getCurrencyID() == null
                                        || amount.getCurrencyID().equals(currency))
                                .map(AmountType::getValue)
                                .findFirst()
                                .orElse(null))
                .amount("gross", first(sums.getGrandTotalAmount()))
                .amount("prepaid", first(sums.getTotalPrepaidAmount()))
                .amount("rounding", first(sums.getRoundingAmount()))
                .amount("due", first(sums.getDuePayableAmount()));
    }

    private static void line(Fields fields, SupplyChainTradeLineItemType line) {
        var settlement = line.getSpecifiedLineTradeSettlement();
        TradeTaxType tax = settlement.getApplicableTradeTax().getFirst();
        fields.add(
                "lines",
                line.getAssociatedDocumentLineDocument().getLineIDValue(),
                first(settlement
                        .getSpecifiedTradeSettlementLineMonetarySummation()
                        .getLineTotalAmount()),
                tax.getCategoryCodeValue(),
                rate(tax.getRateApplicablePercentValue()));
        fields.add(
                "quantities",
                line.getAssociatedDocumentLineDocument().getLineIDValue(),
                line.getSpecifiedLineTradeDelivery().getBilledQuantityValue());
    }

    private static Object[] group(TradeTaxType tax) {
        return new Object[] {
            tax.getCategoryCodeValue(),
            rate(tax.getRateApplicablePercentValue()),
            first(tax.getBasisAmount()),
            first(tax.getCalculatedAmount())
        };
    }

    private static BigDecimal rate(@Nullable BigDecimal rate) {
        return rate == null ? BigDecimal.ZERO : rate;
    }

    private static BigDecimal first(List<AmountType> amounts) {
        return amounts.isEmpty() ? BigDecimal.ZERO : amounts.getFirst().getValue();
    }

    private static @Nullable String number(@Nullable ReferencedDocumentType document) {
        return document == null ? null : document.getIssuerAssignedIDValue();
    }

    private static @Nullable String vatId(TradePartyType party) {
        return party.getSpecifiedTaxRegistration().stream()
                .filter(registration -> "VA".equals(registration.getID().getSchemeID()))
                .map(registration -> registration.getID().getValue())
                .findFirst()
                .orElse(null);
    }

    /** 20181031 as 2018-10-31. */
    private static @Nullable String day(@Nullable DateTimeType date) {
        if (date == null || date.getDateTimeString() == null) {
            return null;
        }
        String text = date.getDateTimeString().getValue().strip();
        return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
    }
}
