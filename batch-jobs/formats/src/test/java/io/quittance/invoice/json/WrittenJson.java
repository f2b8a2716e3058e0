package io.quittance.invoice.json;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.json.JsonText;
import io.quittance.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes invoices in our JSON, for tests. */
public final class WrittenJson {

    private WrittenJson() {}

    public static String of(List<Invoice> invoices) {
        return JsonText.of(array(invoices, WrittenJson::document));
    }

    private static JsonValue document(Invoice in) {
        var to = new LinkedHashMap<String, JsonValue>();
        put(to, "documentType", in.kind() == DocumentKind.INVOICE ? "invoice" : "credit_note");
        put(to, "invoiceNumber", in.number());
        put(to, "issueDate", in.issueDate());
        put(to, "supplyDate", in.supplyDate());
        put(to, "dueDate", in.dueDate());
        put(to, "currency", in.currency());
        to.put("supplier", object("id", in.contractor(), "vatId", in.contractorVatId(), "name", in.contractorName()));
        to.put("buyer", object("id", in.entity()));
        put(to, "contract", in.contract());
        put(to, "purchaseReference", in.purchaseReference());
        put(to, "precedingInvoice", in.precedingInvoice());
        put(to, "paymentReference", in.paymentReference());
        if (in.payee() != null) {
            to.put(
                    "payee",
                    object("account", in.payee().number(), "bic", in.payee().bic()));
        }
        put(to, "net", amount(in.totals().net()));
        put(to, "vat", amount(in.totals().vat()));
        put(to, "gross", amount(in.totals().gross()));
        put(to, "prepaid", amount(in.totals().prepaid()));
        put(to, "rounding", amount(in.totals().rounding()));
        put(to, "due", amount(in.totals().due()));
        to.put("vatBreakdown", array(in.vat(), WrittenJson::breakdown));
        to.put("lines", array(in.lines(), WrittenJson::line));
        return new JsonValue.Members(to, 0);
    }

    private static JsonValue breakdown(VatBreakdown vat) {
        return object(
                "category",
                vat.category(),
                "rate",
                decimal(vat.rate()),
                "base",
                amount(vat.base()),
                "tax",
                amount(vat.tax()));
    }

    private static JsonValue line(InvoiceLine line) {
        return object(
                "number", line.number(),
                "description", line.description(),
                "quantity", decimal(line.quantity()),
                "unitPrice", decimal(line.unitPrice()),
                "net", amount(line.net()),
                "vatCategory", line.category(),
                "vatRate", decimal(line.rate()),
                "vat", line.vat() == null ? null : amount(line.vat()));
    }

    private static <T> JsonValue array(List<T> of, Function<T, JsonValue> each) {
        return new JsonValue.Elements(of.stream().map(each).toList(), 0);
    }

    private static JsonValue object(@Nullable Object... namesAndValues) {
        var to = new LinkedHashMap<String, JsonValue>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(to, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new JsonValue.Members(to, 0);
    }

    private static void put(Map<String, JsonValue> to, String name, @Nullable Object value) {
        if (value != null) {
            to.put(name, new JsonValue.Text(value.toString(), 0));
        }
    }

    private static String amount(Money money) {
        return money.getAmount().toPlainString();
    }

    private static @Nullable String decimal(@Nullable BigDecimal decimal) {
        return decimal == null ? null : decimal.toPlainString();
    }
}
