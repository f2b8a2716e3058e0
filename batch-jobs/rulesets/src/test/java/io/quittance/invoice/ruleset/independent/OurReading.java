package io.quittance.invoice.ruleset.independent;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatGroup;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;

/** What we read: the invoice in normal form, with the sign that the document wrote. */
final class OurReading {

    private final Invoice invoice;
    private final Stated stated;
    private final boolean turned;

    private OurReading(ReadDocument.Understood document) {
        this.invoice = document.invoice();
        this.stated = document.stated();
        this.turned = String.valueOf(stated.first(Term.GROSS)).startsWith("-");
    }

    static Fields of(ReadDocument.Understood document) {
        return new OurReading(document).fields();
    }

    private Fields fields() {
        StatedAccount payee = invoice.payee();
        var fields = new Fields()
                .text("number", invoice.number())
                .text("type", stated.first(Term.TYPE))
                .day("issue_date", invoice.issueDate())
                .day("due_date", invoice.dueDate())
                .text("currency", invoice.currency().getCode())
                .text("seller_name", invoice.contractorName())
                .text("seller_vat_id", invoice.contractorVatId())
                .text("buyer_name", stated.first(Term.BUYER_NAME))
                .text("buyer_vat_id", stated.first(Term.BUYER_VAT_ID))
                .text("contract", invoice.contract())
                .text("purchase_order", invoice.purchaseReference())
                .text("preceding_invoice", invoice.precedingInvoice())
                .text("iban", payee == null ? null : payee.number())
                .text("bic", payee == null ? null : payee.bic())
                .text("payment_reference", invoice.paymentReference())
                .amount("net", figure(invoice.totals().net()))
                .amount("vat", figure(invoice.totals().vat()))
                .amount("gross", figure(invoice.totals().gross()))
                .amount("prepaid", figure(invoice.totals().prepaid()))
                .amount("rounding", figure(invoice.totals().rounding()))
                .amount("due", figure(invoice.totals().due()));
        invoice.vat()
                .forEach(group -> fields.add(
                        "vat_groups",
                        group.category().name(),
                        group.vatGroup().rate(),
                        figure(group.base()),
                        figure(group.tax())));
        lines(fields);
        return fields;
    }

    /** A line with its own allowances and charges ({@code 1/allowance-1}) is one again; those of the document are none. */
    private void lines(Fields fields) {
        Map<String, Money> nets = new LinkedHashMap<>();
        for (InvoiceLine line : invoice.lines()) {
            String number = line.number().replaceFirst("/(allowance|charge)-\\d+$", "");
            if (!number.matches("(allowance|charge)-\\d+")) {
                nets.merge(number, line.net(), Money::plus);
            }
        }
        for (InvoiceLine line : invoice.lines()) {
            if (nets.containsKey(line.number())) {
                VatGroup group = line.vatGroup();
                fields.add(
                        "lines",
                        line.number(),
                        figure(nets.get(line.number())),
                        group.category().name(),
                        group.rate());
                fields.add("quantities", line.number(), turned(line.quantity()));
            }
        }
    }

    private BigDecimal figure(Money amount) {
        return turned(amount.getAmount());
    }

    private BigDecimal turned(BigDecimal figure) {
        return turned ? figure.negate() : figure;
    }
}
