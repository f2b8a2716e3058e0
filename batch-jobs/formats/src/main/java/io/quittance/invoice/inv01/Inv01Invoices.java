package io.quittance.invoice.inv01;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.json.JsonDocument;
import io.quittance.invoice.json.JsonFields;
import io.quittance.invoice.json.JsonSyntax;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns one INV-01 document into an invoice, or says everything that is wrong with it. */
public final class Inv01Invoices {

    /** Recognised by the members that every INV-01 must have. */
    public static final JsonSyntax SYNTAX = new JsonSyntax(
            InvoiceFormat.INV01,
            names -> names.containsAll(Set.of("Version", "TranDtls", "DocDtls")),
            (file, document, limits) -> new Inv01Invoices(file, document, limits).read());

    private final DeliveredFile file;
    private final JsonDocument document;
    private final ReadLimits limits;
    private final FieldReader fields = new FieldReader();
    private final JsonFields root;

    private Inv01Invoices(DeliveredFile file, JsonDocument document, ReadLimits limits) {
        this.file = file;
        this.document = document;
        this.limits = limits;
        this.root = document.fields(file.name(), fields);
    }

    private ReadDocument read() {
        Stated stated = Inv01Terms.stated(root);
        if (root.count("ItemList") > limits.documentLines()) {
            String message = "the document has " + root.count("ItemList") + " lines";
            fields.add(Finding.of(FindingCode.FILE_TOO_LARGE, root.place("ItemList"), null, "fewer lines", message));
        }
        if (fields.refused()) {
            return document.refused(file, fields.findings(), stated);
        }
        Invoice invoice = InvoiceSigns.normal(invoice(), DocumentKind.CREDIT_NOTE, fields);
        String message = "INV-01 was read without a sample of the authority to prove the reading";
        fields.add(Finding.of(FindingCode.FORMAT_UNVERIFIED, document.place(file.name()), null, null, message));
        return fields.refused()
                ? document.refused(file, fields.findings(), stated)
                : new ReadDocument.Understood(invoice, stated, fields.findings());
    }

    private Invoice invoice() {
        CurrencyUnit rupees = fields.currency(document.place(file.name()), "INR");
        JsonFields header = root.object("DocDtls");
        JsonFields seller = root.object("SellerDtls");
        JsonFields buyer = root.object("BuyerDtls");
        JsonFields references = root.objectIfAny("RefDtls");
        JsonFields payment = root.objectIfAny("PayDtls");
        var lines = new Inv01Lines(fields, supplyType()).read(root.objects("ItemList"));
        return new Invoice(
                file.documentId(document.position()),
                file.source(document.position(), document.value().line()),
                kind(header),
                header.reference("No"),
                day(header, "Dt"),
                supplyDate(references),
                null,
                buyer.reference("Gstin"),
                seller.reference("Gstin"),
                seller.prose("LglNm"),
                seller.referenceIfAny("Gstin"),
                first(references, "ContrDtls", "ContrRefr"),
                first(references, "ContrDtls", "PORefr"),
                rupees,
                lines,
                Inv01Lines.vat(lines),
                totals(payment),
                account(payment),
                payment == null ? null : payment.referenceIfAny("PayInstr"),
                first(references, "PrecDocDtls", "InvNo"));
    }

    private DocumentKind kind(JsonFields header) {
        String type = header.reference("Typ");
        return switch (type) {
            case "INV", "DBN", "" -> DocumentKind.INVOICE;
            case "CRN" -> DocumentKind.CREDIT_NOTE;
            default -> fields.unknown(header.place("Typ"), type, "INV, CRN or DBN", DocumentKind.INVOICE);
        };
    }

    /** Under reverse charge nobody says whether the total holds the tax that the buyer pays: refused. */
    private String supplyType() {
        JsonFields transaction = root.object("TranDtls");
        String type = transaction.reference("SupTyp");
        if (!Inv01Lines.SUPPLY_TYPES.contains(type) && !type.isEmpty()) {
            fields.unknown(transaction.place("SupTyp"), type, "B2B, SEZWP, SEZWOP, EXPWP, EXPWOP or DEXP", "");
        }
        if ("Y".equals(transaction.referenceIfAny("RegRev"))) {
            fields.unknown(transaction.place("RegRev"), "Y", "N: reverse charge is not taken in", "");
        }
        return type;
    }

    private LocalDate day(JsonFields in, String name) {
        return fields.date(in.place(name), Inv01Terms.iso(in.reference(name)));
    }

    private @Nullable LocalDate supplyDate(@Nullable JsonFields references) {
        JsonFields period = references == null ? null : references.objectIfAny("DocPerdDtls");
        return period == null || !period.has("InvEndDt") ? null : day(period, "InvEndDt");
    }

    private static @Nullable String first(@Nullable JsonFields references, String list, String name) {
        List<JsonFields> all = references == null ? List.of() : references.objectsIfAny(list);
        return all.isEmpty() ? null : all.getFirst().referenceIfAny(name);
    }

    /** AssVal is net, the three taxes of GST are the VAT, and RndOffAmt makes the total a whole number of rupees. */
    private InvoiceTotals totals(@Nullable JsonFields payment) {
        JsonFields values = root.object("ValDtls");
        for (String other : List.of("CesVal", "StCesVal", "Discount", "OthChrg")) {
            Inv01Lines.refuseAmount(fields, values, other);
        }
        Money net = values.money("AssVal");
        Money vat = values.moneyOrZero("IgstVal")
                .plus(values.moneyOrZero("CgstVal"))
                .plus(values.moneyOrZero("SgstVal"));
        Money rounding = values.moneyOrZero("RndOffAmt");
        Money total = values.money("TotInvVal");
        Money prepaid = payment == null ? Money.zero(fields.currency()) : payment.moneyOrZero("PaidAmt");
        Money due = payment == null ? null : payment.moneyIfAny("PaymtDue");
        return new InvoiceTotals(net, vat, net.plus(vat), prepaid, rounding, due == null ? total.minus(prepaid) : due);
    }

    /** The branch code is an IFSC and no BIC; it is told as it is written. */
    private static @Nullable StatedAccount account(@Nullable JsonFields payment) {
        String number = payment == null ? null : payment.referenceIfAny("AccDet");
        return number == null || payment == null ? null : new StatedAccount(number, payment.referenceIfAny("FinInsBr"));
    }
}
