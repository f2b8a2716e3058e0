package io.quittance.invoice.json;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Stated;
import java.net.URL;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Our own shape in JSON, as {@code invoice.schema.json} publishes it. */
public final class JsonInvoices {

    /** Recognised by any name of a header field that no other shape has. */
    public static final JsonSyntax SYNTAX = new JsonSyntax(
            InvoiceFormat.JSON,
            names -> names.contains("invoiceNumber") || names.contains("supplier") || names.contains("lines"),
            (file, document, limits) -> new JsonInvoices(file, document, limits).read());

    private static final Set<String> HEADER = Set.of(
            "documentType",
            "invoiceNumber",
            "issueDate",
            "supplyDate",
            "dueDate",
            "currency",
            "taxCurrency",
            "taxCurrencyVat",
            "supplier",
            "buyer",
            "contract",
            "purchaseReference",
            "precedingInvoice",
            "paymentReference",
            "payee",
            "net",
            "vat",
            "gross",
            "prepaid",
            "rounding",
            "due",
            "vatBreakdown",
            "lines");

    private static final Set<String> PARTY = Set.of("id", "vatId", "registration", "name", "country");
    private static final Set<String> PAYEE = Set.of("account", "bic");
    private static final Set<String> BREAKDOWN = Set.of("category", "rate", "base", "tax");
    private static final Set<String> LINE = Set.of(
            "number",
            "description",
            "quantity",
            "unitPrice",
            "net",
            "vatCategory",
            "vatRate",
            "vat",
            "unit",
            "periodFrom",
            "periodTo");

    private final DeliveredFile file;
    private final JsonDocument document;
    private final ReadLimits limits;
    private final FieldReader fields = new FieldReader();
    private final JsonFields header;

    /** The published JSON Schema of a file, draft 2020-12. */
    public static URL schema() {
        return Objects.requireNonNull(JsonInvoices.class.getResource("invoice.schema.json"), "invoice.schema.json");
    }

    private JsonInvoices(DeliveredFile file, JsonDocument document, ReadLimits limits) {
        this.file = file;
        this.document = document;
        this.limits = limits;
        this.header = document.fields(file.name(), fields);
    }

    private ReadDocument read() {
        Stated stated = JsonTerms.stated(header);
        if (fields.refused()) {
            return document.refused(file, fields.findings(), stated);
        }
        header.currency("currency");
        if (header.count("lines") > limits.documentLines()) {
            return tooManyLines(stated);
        }
        Invoice invoice = InvoiceSigns.normal(invoice(), DocumentKind.CREDIT_NOTE, fields);
        return fields.refused()
                ? document.refused(file, fields.findings(), stated)
                : new ReadDocument.Understood(invoice, stated, fields.findings());
    }

    private ReadDocument tooManyLines(Stated stated) {
        String most = "at most " + limits.documentLines() + " lines";
        String message = "the document has " + header.count("lines") + " lines";
        fields.add(Finding.of(FindingCode.FILE_TOO_LARGE, header.place("lines"), null, most, message));
        return document.refused(file, fields.findings(), stated);
    }

    private Invoice invoice() {
        header.only(HEADER);
        JsonFields supplier = header.object("supplier");
        JsonFields buyer = header.object("buyer");
        supplier.only(PARTY);
        buyer.only(PARTY);
        checkTaxCurrency();
        return new Invoice(
                file.documentId(document.position()),
                file.source(document.position(), document.value().line()),
                kind(),
                header.reference("invoiceNumber"),
                header.date("issueDate"),
                header.dateIfAny("supplyDate"),
                header.dateIfAny("dueDate"),
                identifier(buyer, header.hasObject("buyer"), "id", "vatId", "registration", "name"),
                identifier(supplier, header.hasObject("supplier"), "id", "vatId", "registration"),
                header.hasObject("supplier") ? supplier.prose("name") : "",
                supplier.referenceIfAny("vatId"),
                header.referenceIfAny("contract"),
                header.referenceIfAny("purchaseReference"),
                fields.currency(),
                header.objects("lines").stream().map(this::line).toList(),
                header.objects("vatBreakdown").stream().map(this::breakdown).toList(),
                totals(),
                payee(),
                header.referenceIfAny("paymentReference"),
                header.referenceIfAny("precedingInvoice"));
    }

    /** BT-6 and BT-111 are for the seller's books; they are told and not counted, but must be readable. */
    private void checkTaxCurrency() {
        header.referenceIfAny("taxCurrency");
        header.decimalIfAny("taxCurrencyVat");
    }

    /** The first of these members; a party that is not there at all was told before. */
    private static String identifier(JsonFields party, boolean there, String... members) {
        String first = null;
        for (String member : members) {
            String read = party.referenceIfAny(member);
            first = first == null ? read : first;
        }
        return first == null && there ? party.reference(members[0]) : String.valueOf(first);
    }

    private DocumentKind kind() {
        if (!header.has("documentType")) {
            return DocumentKind.INVOICE;
        }
        String type = header.reference("documentType");
        return switch (type) {
            case "invoice", "?", "" -> DocumentKind.INVOICE;
            case "credit_note" -> DocumentKind.CREDIT_NOTE;
            default ->
                fields.unknown(header.place("documentType"), type, "invoice or credit_note", DocumentKind.INVOICE);
        };
    }

    private InvoiceLine line(JsonFields line) {
        line.only(LINE);
        VatCategory category = line.category("vatCategory");
        return new InvoiceLine(
                line.lineNumber("number"),
                line.line(),
                line.prose("description"),
                line.decimal("quantity"),
                line.decimal("unitPrice"),
                line.money("net"),
                category,
                line.rate("vatRate", category),
                line.moneyIfAny("vat"),
                line.referenceIfAny("unit"),
                fields.periodIfAny(line.place("periodTo"), line.dateIfAny("periodFrom"), line.dateIfAny("periodTo")));
    }

    private VatBreakdown breakdown(JsonFields breakdown) {
        breakdown.only(BREAKDOWN);
        VatCategory category = breakdown.category("category");
        return new VatBreakdown(
                category, breakdown.rate("rate", category), breakdown.money("base"), breakdown.money("tax"));
    }

    /** What is due, where it is not stated, is the arithmetic of EN 16931 BR-CO-16 and no guess. */
    private InvoiceTotals totals() {
        Money gross = header.money("gross");
        Money prepaid = header.moneyOrZero("prepaid");
        Money rounding = header.moneyOrZero("rounding");
        Money due = header.moneyIfAny("due");
        return new InvoiceTotals(
                header.money("net"),
                header.money("vat"),
                gross,
                prepaid,
                rounding,
                due == null ? gross.minus(prepaid).plus(rounding) : due);
    }

    private @Nullable StatedAccount payee() {
        JsonFields payee = header.objectIfAny("payee");
        if (payee == null) {
            return null;
        }
        payee.only(PAYEE);
        return new StatedAccount(payee.reference("account"), payee.referenceIfAny("bic"));
    }
}
