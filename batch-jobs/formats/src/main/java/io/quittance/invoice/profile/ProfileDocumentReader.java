package io.quittance.invoice.profile;

import static io.quittance.invoice.profile.ProfileTerm.*;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatGroup;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.profile.ColumnProfile.ContractorKey;
import io.quittance.invoice.profile.ColumnProfile.Derivation;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one document into an invoice by a profile, or says everything that is wrong with them. */
final class ProfileDocumentReader {

    private final DeliveredFile file;
    private final Sheet sheet;
    private final Layout layout;
    private final ColumnProfile profile;
    private final DocumentRows document;
    private final FieldReader fields = new FieldReader();
    private final Cells cells;

    ProfileDocumentReader(DeliveredFile file, Sheet sheet, Layout layout, Habits habits, DocumentRows document) {
        this.file = file;
        this.sheet = sheet;
        this.layout = layout;
        this.profile = layout.profile();
        this.document = document;
        this.cells = new Cells(file.name(), sheet, layout, habits, fields);
    }

    ReadDocument read(int position, boolean scattered) {
        List<SheetRow> sound = checkShape();
        if (scattered) {
            String message =
                    "rows of this document also stand in other places of the file; read apart, each part would be paid alone";
            fields.add(Finding.of(
                    FindingCode.ROW_MALFORMED,
                    Place.of(file.name(), document.firstLine()),
                    null,
                    "rows together",
                    message));
        }
        if (sound.isEmpty()) {
            return refused(position, Stated.NOTHING);
        }
        SheetRow head = sound.getFirst();
        cells.currency(head);
        if (document.isTooLong()) {
            return refused(position, stated(List.of()));
        }
        checkAgreement(head, sound);
        Invoice invoice = invoice(position, head, sound);
        if (profile.derives(Derivation.CREDIT_BY_SIGN) && invoice.kind() == DocumentKind.INVOICE) {
            invoice = InvoiceSigns.normal(invoice, DocumentKind.INVOICE, fields);
        } else {
            invoice = InvoiceSigns.normal(invoice, DocumentKind.CREDIT_NOTE, fields);
        }
        Stated stated = stated(invoice.vat());
        return fields.refused()
                ? refused(position, stated)
                : new ReadDocument.Understood(invoice, stated, fields.findings());
    }

    /** The rows with as many fields as the header has; whatever makes a row or cell unusable is told. */
    private List<SheetRow> checkShape() {
        int expected = sheet.headings().size();
        var sound = new ArrayList<SheetRow>();
        for (SheetRow row : document.rows()) {
            checkCells(row);
            if (row.texts().size() == expected) {
                sound.add(row);
            } else {
                String here = row.texts().size() + " fields";
                String message = "the row has " + here + ", the header " + expected;
                fields.add(Finding.of(
                        FindingCode.ROW_MALFORMED,
                        Place.of(file.name(), row.line()),
                        here,
                        expected + " fields",
                        message));
            }
        }
        if (document.isTooLong()) {
            String lines = "lines " + document.firstLine() + " to " + document.lastLine();
            String message = "the document in " + lines
                    + " has more rows than one document may have; its rows are only in the archive";
            String most = "at most " + document.rows().size() + " rows here";
            Place place = Place.of(file.name(), document.firstLine());
            fields.add(Finding.of(FindingCode.FILE_TOO_LARGE, place, lines, most, message));
        }
        return sound;
    }

    private void checkCells(SheetRow row) {
        if (row.hidden()) {
            fields.add(
                    unusable(Place.of(file.name(), row.line()), "the row is hidden: whoever sends it does not see it"));
        }
        for (int column = 0; column < row.texts().size(); column++) {
            String fault = row.faults().getOrDefault(column, sheet.fault(row.line(), column));
            if (fault != null && isRead(column)) {
                Place place = new Place(file.name(), row.line(), sheet.field(row.line(), column));
                fields.add(unusable(place, fault));
            }
        }
    }

    private boolean isRead(int column) {
        for (ProfileTerm term : ProfileTerm.values()) {
            if (layout.column(term) == column) {
                return true;
            }
        }
        return false;
    }

    private static Finding unusable(Place place, String fault) {
        return Finding.of(FindingCode.CELL_UNUSABLE, place, null, "a value", fault);
    }

    private void checkAgreement(SheetRow head, List<SheetRow> sound) {
        for (SheetRow row : sound.subList(1, sound.size())) {
            for (ProfileTerm term : REPEATED) {
                String first = layout.text(term, head).strip();
                String here = layout.text(term, row).strip();
                if (!first.equals(here) && !cells.sameAmount(term, first, here)) {
                    fields.add(
                            disagreement(cells.place(term, row), shown(term, here), shown(term, first), head.line()));
                }
            }
        }
    }

    private static Finding disagreement(Place place, String here, String first, long firstLine) {
        String message = place.field() + " is '" + here + "' here and '" + first + "' in line " + firstLine
                + " of the same document";
        return Finding.of(FindingCode.HEADER_FIELDS_DISAGREE, place, here, first, message);
    }

    private static String shown(ProfileTerm term, String text) {
        if (!term.isConfidential()) {
            return FieldReader.shown(text);
        }
        return text.length() <= 8 ? "…" : "…" + FieldReader.shown(text.substring(text.length() - 4));
    }

    private Invoice invoice(int position, SheetRow head, List<SheetRow> sound) {
        var reader = new LineReader(profile, cells, fields, taxMode(head));
        var lines = new ArrayList<InvoiceLine>();
        sound.forEach(row -> lines.add(reader.line(row, lines.size() + 1)));
        String vatId = cells.referenceIfAny(CONTRACTOR_VAT_ID, head);
        String contractor = contractor(head, vatId);
        String name = cells.prose(CONTRACTOR_NAME, head);
        return new Invoice(
                file.documentId(position),
                file.source(position, document.firstLine()),
                kind(head),
                cells.reference(INVOICE_NUMBER, head),
                cells.date(INVOICE_DATE, head),
                cells.dateIfAny(SUPPLY_DATE, head),
                cells.dateIfAny(DUE_DATE, head),
                cells.reference(ENTITY, head),
                contractor,
                name == null ? contractor : name,
                vatId,
                cells.referenceIfAny(CONTRACT, head),
                cells.referenceIfAny(PURCHASE_REFERENCE, head),
                fields.currency(),
                lines,
                vat(lines),
                totals(head, lines),
                account(head),
                cells.referenceIfAny(PAYMENT_REFERENCE, head),
                cells.referenceIfAny(PRECEDING_INVOICE, head));
    }

    /** Identifier, else VAT id; a name counts only where the profile says that the register is asked for it. */
    private String contractor(SheetRow head, @Nullable String vatId) {
        String id = cells.referenceIfAny(CONTRACTOR, head);
        if (id == null) {
            id = vatId;
        }
        if (id == null && profile.contractor() == ContractorKey.NAME) {
            id = cells.prose(CONTRACTOR_NAME, head);
        }
        ProfileTerm lacking = layout.has(CONTRACTOR) || !layout.has(CONTRACTOR_VAT_ID) ? CONTRACTOR : CONTRACTOR_VAT_ID;
        return id == null ? fields.missing(cells.place(lacking, head), "") : id;
    }

    private TaxMode taxMode(SheetRow head) {
        String stated = Objects.requireNonNullElse(cells.raw(TAX_MODE, head), "");
        return switch (Headings.fold(stated)) {
            case "" -> profile.conventions().tax();
            case "taxexcluded", "exclusive", "notapplicable" -> TaxMode.EXCLUSIVE;
            case "taxinclusive", "inclusive" -> TaxMode.INCLUSIVE;
            default ->
                fields.unknown(
                        cells.place(TAX_MODE, head),
                        stated,
                        "TaxExcluded, TaxInclusive or NotApplicable",
                        profile.conventions().tax());
        };
    }

    private DocumentKind kind(SheetRow head) {
        String stated = Objects.requireNonNullElse(cells.raw(DOCUMENT_TYPE, head), "");
        DocumentKind kind = switch (Headings.fold(stated)) {
            case "invoice", "bill" -> DocumentKind.INVOICE;
            case "creditnote", "credit" -> DocumentKind.CREDIT_NOTE;
            case "" -> fields.missing(cells.place(DOCUMENT_TYPE, head), DocumentKind.INVOICE);
            default ->
                fields.unknown(
                        cells.place(DOCUMENT_TYPE, head), stated, "invoice or credit_note", DocumentKind.INVOICE);
        };
        cells.state(DOCUMENT_TYPE, kind.name().toLowerCase(Locale.ROOT));
        return kind;
    }

    private static List<VatBreakdown> vat(List<InvoiceLine> lines) {
        var groups = new LinkedHashMap<VatGroup, VatBreakdown>();
        for (InvoiceLine line : lines) {
            Money tax = Objects.requireNonNull(line.vat(), "a sheet states or derives the VAT of each line");
            groups.merge(
                    line.vatGroup(),
                    new VatBreakdown(line.category(), line.rate(), line.net(), tax),
                    (one, other) -> new VatBreakdown(
                            one.category(),
                            one.rate(),
                            one.base().plus(other.base()),
                            one.tax().plus(other.tax())));
        }
        return List.copyOf(groups.values());
    }

    /** As stated; where the profile says so, what is not stated is the sum of the lines. No sheet knows a prepaid amount. */
    private InvoiceTotals totals(SheetRow head, List<InvoiceLine> lines) {
        Money none = Money.zero(fields.currency());
        Money sumNet = lines.stream().map(InvoiceLine::net).reduce(none, Money::plus);
        Money sumVat = lines.stream()
                .map(line -> line.vat() == null ? none : line.vat())
                .reduce(none, Money::plus);
        Money net = total(INVOICE_NET, head, sumNet);
        Money vat = total(INVOICE_VAT, head, sumVat);
        Money gross = total(INVOICE_GROSS, head, net.plus(vat));
        Money due = total(AMOUNT_DUE, head, gross);
        return new InvoiceTotals(net, vat, gross, none, none, due);
    }

    private Money total(ProfileTerm term, SheetRow head, Money derived) {
        Money stated = cells.money(term, head);
        if (stated != null) {
            return stated;
        }
        if (!profile.derives(Derivation.TOTALS)) {
            return fields.missing(cells.place(term, head), derived);
        }
        if (!fields.refused()) {
            cells.state(term, derived.getAmount().toPlainString());
        }
        return derived;
    }

    private @Nullable StatedAccount account(SheetRow head) {
        String number = cells.referenceIfAny(PAYEE_ACCOUNT, head);
        String bic = cells.referenceIfAny(PAYEE_BIC, head);
        return number == null ? null : new StatedAccount(number, bic);
    }

    private Stated stated(List<VatBreakdown> vat) {
        List<Stated.Vat> groups = vat.stream()
                .map(one -> new Stated.Vat(
                        one.category().name(),
                        one.rate() == null ? null : one.rate().toPlainString(),
                        fields.refused() ? null : one.base().getAmount().toPlainString(),
                        fields.refused() ? null : one.tax().getAmount().toPlainString(),
                        null))
                .toList();
        return new Stated(
                sheet.format().name(), cells.stated(), groups, document.rows().size(), List.of());
    }

    private ReadDocument refused(int position, Stated stated) {
        return new ReadDocument.Refused(
                position, Place.of(file.name(), document.firstLine()), fields.findings(), stated);
    }
}
