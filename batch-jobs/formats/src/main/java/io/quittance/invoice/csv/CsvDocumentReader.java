package io.quittance.invoice.csv;

import static io.quittance.invoice.csv.CsvColumn.*;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Period;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one document into an invoice, or says everything that is wrong with them. */
final class CsvDocumentReader {

    private final DeliveredFile file;
    private final int position;
    private final CsvDocument document;
    private final CsvHeader header;
    private final FieldReader fields = new FieldReader();

    /** The rows with as many fields as the header has. */
    private final List<CsvRow> sound;

    CsvDocumentReader(DeliveredFile file, int position, CsvDocument document) {
        this.file = file;
        this.position = position;
        this.document = document;
        this.header = document.header();
        this.sound = new ArrayList<>(document.rows());
        sound.removeIf(row -> row.size() != header.row().size());
    }

    ReadDocument read() {
        checkShape();
        if (sound.isEmpty()) {
            return refused();
        }
        CsvRow head = sound.getFirst();
        fields.currency(place(CURRENCY, head), header.text(CURRENCY, head));
        if (document.isTooLong()) {
            return refused();
        }
        checkAgreement(head);
        Invoice invoice = InvoiceSigns.normal(invoice(head), DocumentKind.CREDIT_NOTE, fields);
        return fields.refused()
                ? refused()
                : new ReadDocument.Understood(invoice, new CsvStated(header, sound).stated(), fields.findings());
    }

    private void checkShape() {
        int expected = header.row().size();
        for (CsvRow row : document.rows()) {
            if (row.size() != expected) {
                String message = "the row has " + row.size() + " fields, the header " + expected;
                fields.add(Finding.of(
                        FindingCode.ROW_MALFORMED, place(row), row.size() + " fields", expected + " fields", message));
            }
        }
        if (document.isTooLong()) {
            String lines = "lines " + document.firstLine() + " to " + document.lastLine();
            String message = "the document in " + lines
                    + " has more rows than one document may have; its rows are only in the archive";
            fields.add(Finding.of(
                    FindingCode.FILE_TOO_LARGE,
                    Place.of(file.name(), document.firstLine()),
                    lines,
                    "at most " + document.rows().size() + " rows here",
                    message));
        }
    }

    private void checkAgreement(CsvRow head) {
        for (CsvRow row : sound.subList(1, sound.size())) {
            for (CsvColumn column : REPEATED) {
                String first = Objects.requireNonNullElse(header.text(column, head), "");
                String here = Objects.requireNonNullElse(header.text(column, row), "");
                if (!first.equals(here)) {
                    fields.add(
                            disagreement(place(column, row), shown(column, here), shown(column, first), head.line()));
                }
            }
        }
    }

    private static Finding disagreement(Place place, String here, String first, long firstLine) {
        String message = place.field() + " is '" + here + "' here and '" + first + "' in line " + firstLine
                + " of the same document";
        return Finding.of(FindingCode.HEADER_FIELDS_DISAGREE, place, here, first, message);
    }

    private static String shown(CsvColumn column, String text) {
        if (!column.isConfidential()) {
            return FieldReader.shown(text);
        }
        return text.length() <= 8 ? "…" : "…" + FieldReader.shown(text.substring(text.length() - 4));
    }

    private Invoice invoice(CsvRow head) {
        var lines = new ArrayList<InvoiceLine>(sound.size());
        for (CsvRow row : sound) {
            lines.add(line(row));
        }
        return new Invoice(
                file.documentId(position),
                file.source(position, document.firstLine()),
                kind(head),
                reference(INVOICE_NUMBER, head),
                fields.date(place(INVOICE_DATE, head), header.text(INVOICE_DATE, head)),
                fields.dateIfAny(place(SUPPLY_DATE, head), header.text(SUPPLY_DATE, head)),
                fields.dateIfAny(place(DUE_DATE, head), header.text(DUE_DATE, head)),
                reference(ENTITY, head),
                reference(CONTRACTOR, head),
                fields.prose(place(CONTRACTOR_NAME, head), header.text(CONTRACTOR_NAME, head)),
                referenceIfAny(CONTRACTOR_VAT_ID, head),
                referenceIfAny(CONTRACT, head),
                referenceIfAny(PURCHASE_REFERENCE, head),
                fields.currency(),
                lines,
                VatOfLines.grouped(lines, fields.currency()),
                totals(head),
                account(head),
                referenceIfAny(PAYMENT_REFERENCE, head),
                referenceIfAny(PRECEDING_INVOICE, head));
    }

    private DocumentKind kind(CsvRow head) {
        Place place = place(DOCUMENT_TYPE, head);
        String read =
                Objects.requireNonNullElse(header.text(DOCUMENT_TYPE, head), "").strip();
        return switch (read) {
            case "invoice" -> DocumentKind.INVOICE;
            case "credit_note" -> DocumentKind.CREDIT_NOTE;
            case "" -> fields.missing(place, DocumentKind.INVOICE);
            default -> fields.unknown(place, read, "invoice or credit_note", DocumentKind.INVOICE);
        };
    }

    private InvoiceLine line(CsvRow row) {
        VatCategory category = fields.category(place(VAT_CATEGORY, row), header.text(VAT_CATEGORY, row));
        return new InvoiceLine(
                reference(LINE_NUMBER, row),
                row.line(),
                fields.prose(place(DESCRIPTION, row), header.text(DESCRIPTION, row)),
                fields.decimal(place(QUANTITY, row), header.text(QUANTITY, row)),
                fields.decimal(place(UNIT_PRICE, row), header.text(UNIT_PRICE, row)),
                money(NET_AMOUNT, row),
                category,
                fields.rate(place(VAT_RATE, row), header.text(VAT_RATE, row), category),
                money(VAT_AMOUNT, row),
                referenceIfAny(UNIT, row),
                period(row));
    }

    private @Nullable Period period(CsvRow row) {
        LocalDate from = fields.dateIfAny(place(PERIOD_FROM, row), header.text(PERIOD_FROM, row));
        LocalDate to = fields.dateIfAny(place(PERIOD_TO, row), header.text(PERIOD_TO, row));
        return fields.periodIfAny(place(PERIOD_TO, row), from, to);
    }

    /** The columns know no prepaid amount and no rounding: gross is due (BR-CO-16 with BT-113 and BT-114 absent). */
    private InvoiceTotals totals(CsvRow head) {
        Money none = Money.zero(fields.currency());
        return new InvoiceTotals(
                money(INVOICE_NET, head),
                money(INVOICE_VAT, head),
                money(INVOICE_GROSS, head),
                none,
                none,
                money(AMOUNT_DUE, head));
    }

    private @Nullable StatedAccount account(CsvRow head) {
        String number = referenceIfAny(PAYEE_ACCOUNT, head);
        String bic = referenceIfAny(PAYEE_BIC, head);
        return number == null ? null : new StatedAccount(number, bic);
    }

    private ReadDocument refused() {
        Stated stated = new CsvStated(header, sound).stated();
        return new ReadDocument.Refused(
                position, Place.of(file.name(), document.firstLine()), fields.findings(), stated);
    }

    private Money money(CsvColumn column, CsvRow row) {
        return fields.money(place(column, row), header.text(column, row));
    }

    private String reference(CsvColumn column, CsvRow row) {
        return fields.reference(place(column, row), header.text(column, row));
    }

    private @Nullable String referenceIfAny(CsvColumn column, CsvRow row) {
        return fields.referenceIfAny(place(column, row), header.text(column, row));
    }

    private Place place(CsvRow row) {
        return Place.of(file.name(), row.line());
    }

    private Place place(CsvColumn column, CsvRow row) {
        return new Place(file.name(), row.line(), column.heading());
    }
}
