package io.quittance.invoice.store;

import io.quittance.delivery.store.IntakeFiles;
import io.quittance.engine.Shard;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.finding.Findings;
import io.quittance.finding.store.FindingRows;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Period;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.store.OfficialVerdicts.Official;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes what was read of invoice files, in the transaction of the chunk. */
@Repository
public class IntakeRows {

    private static final CopyTable INVOICE = CopyTable.of(
            "quittance.invoice",
            "id",
            "intake",
            "file",
            "file_name",
            "position",
            "line",
            "kind",
            "entity",
            "contractor",
            "shard",
            "number",
            "number_normalised",
            "issue_date",
            "supply_date",
            "due_date",
            "contractor_name",
            "contractor_vat_id",
            "contract",
            "purchase_reference",
            "currency",
            "net_minor",
            "vat_minor",
            "gross_minor",
            "prepaid_minor",
            "rounding_minor",
            "due_minor",
            "levy_minor",
            "payee_account",
            "payee_bic",
            "payment_reference",
            "preceding_invoice",
            "tax_point_date",
            "syntax");
    private static final CopyTable LINE = CopyTable.of(
            "quittance.invoice_line",
            "invoice",
            "position",
            "number",
            "line",
            "description",
            "quantity",
            "unit_price",
            "net_minor",
            "category",
            "rate",
            "vat_minor",
            "unit",
            "period_from",
            "period_to");
    private static final CopyTable VAT =
            CopyTable.of("quittance.invoice_vat", "invoice", "position", "category", "rate", "base_minor", "tax_minor");
    private static final CopyTable REFUSAL = CopyTable.of(
            "quittance.refusal",
            "id",
            "intake",
            "file",
            "file_name",
            "position",
            "line",
            "number",
            "entity",
            "contractor",
            "currency",
            "gross");

    private final CopyWriter copy;
    private final FindingRows findings;
    private final OfficialVerdicts official;
    private final IntakeFiles files;

    public IntakeRows(CopyWriter copy, FindingRows findings, OfficialVerdicts official, IntakeFiles files) {
        this.copy = copy;
        this.findings = findings;
        this.official = official;
        this.files = files;
    }

    /**
     * A document and the file it stands in.
     *
     * @param aboutTheFile warnings about the file as a whole, told with its first document
     * @param official what the official rules say of the document
     */
    public record Read(DeliveredFile file, ReadDocument document, Findings aboutTheFile, Official official) {

        /** Not yet asked about. */
        public Read(DeliveredFile file, ReadDocument document, Findings aboutTheFile) {
            this(file, document, aboutTheFile, Official.NOT_ASKED);
        }
    }

    /** Writes a chunk of documents on behalf of a work set. */
    public void write(String workSet, List<? extends Read> chunk) {
        copy.write(IntakeCounts.TABLE, IntakeCounts.of(chunk), (row, count) -> IntakeCounts.row(row, count, workSet));
        List<Understood> understood = chunk.stream()
                .map(Read::document)
                .filter(Understood.class::isInstance)
                .map(Understood.class::cast)
                .toList();
        List<? extends Read> refused = chunk.stream()
                .filter(read -> read.document() instanceof Refused)
                .toList();
        Subjects subjects = new Subjects(workSet, files.readAgain(workSet));
        List<Invoice> invoices = understood.stream().map(Understood::invoice).toList();
        copy.write(INVOICE, understood, (row, read) -> {
            invoice(row, read.invoice(), workSet);
            row.text(read.stated().syntax());
        });
        copy.write(LINE, parts(invoices, Invoice::lines), IntakeRows::line);
        copy.write(VAT, parts(invoices, Invoice::vat), IntakeRows::vat);
        copy.write(REFUSAL, refused, (row, read) -> refusal(row, read, subjects));
        official.write(workSet, chunk);
        findings.write(workSet, reasons(chunk, subjects));
    }

    /**
     * What findings are about. The file itself has a subject for each reading, since the one before it has findings of its own.
     *
     * @param again the files that were read before
     */
    private record Subjects(String workSet, Set<String> again) {

        UUID ofFile(DeliveredFile file) {
            return again.contains(file.sha256())
                    ? Uuid5.of("document:" + file.sha256() + ":0:" + workSet)
                    : file.documentId(0);
        }

        UUID of(Read read) {
            int position = read.document().position();
            return position == 0 ? ofFile(read.file()) : read.file().documentId(position);
        }
    }

    private static List<FindingRows.Reasons> reasons(List<? extends Read> chunk, Subjects subjects) {
        var reasons = new ArrayList<FindingRows.Reasons>();
        for (Read read : chunk) {
            reasons.add(new FindingRows.Reasons(subjects.ofFile(read.file()), 0, read.aboutTheFile()));
            reasons.add(reasonsOf(read, subjects));
        }
        return reasons;
    }

    private static FindingRows.Reasons reasonsOf(Read read, Subjects subjects) {
        Findings ofReading = switch (read.document()) {
            case Understood understood -> understood.warnings();
            case Refused refused -> refused.findings();
        };
        return new FindingRows.Reasons(
                subjects.of(read), 0, ofReading.and(read.official().findings()));
    }

    private record Part<T>(Invoice invoice, int position, T part) {}

    private static <T> List<Part<T>> parts(List<Invoice> invoices, Function<Invoice, List<T>> of) {
        var parts = new ArrayList<Part<T>>(invoices.size() * 2);
        for (Invoice invoice : invoices) {
            List<T> own = of.apply(invoice);
            for (int i = 0; i < own.size(); i++) {
                parts.add(new Part<>(invoice, i + 1, own.get(i)));
            }
        }
        return parts;
    }

    private static void invoice(CopyRow row, Invoice invoice, String workSet) {
        row.uuid(invoice.id())
                .text(workSet)
                .text(invoice.source().sha256())
                .text(invoice.source().file())
                .number(invoice.source().position())
                .number(invoice.source().line())
                .text(invoice.kind().name())
                .text(invoice.entity())
                .text(invoice.contractor())
                .number(Shard.of(invoice.contractor()))
                .text(invoice.number())
                .text(invoice.key().number())
                .date(invoice.issueDate())
                .date(invoice.supplyDate())
                .date(invoice.dueDate())
                .text(invoice.contractorName())
                .text(invoice.contractorVatId())
                .text(invoice.contract())
                .text(invoice.purchaseReference())
                .text(invoice.currency().getCode());
        totals(row, invoice.totals());
        StatedAccount payee = invoice.payee();
        row.text(payee == null ? null : payee.number())
                .text(payee == null ? null : payee.bic())
                .text(invoice.paymentReference())
                .text(invoice.precedingInvoice())
                .date(invoice.taxPointDate());
    }

    private static void totals(CopyRow row, InvoiceTotals totals) {
        row.number(totals.net().getAmountMinorLong())
                .number(totals.vat().getAmountMinorLong())
                .number(totals.gross().getAmountMinorLong())
                .number(totals.prepaid().getAmountMinorLong())
                .number(totals.rounding().getAmountMinorLong())
                .number(totals.due().getAmountMinorLong())
                .number(totals.levy().getAmountMinorLong());
    }

    private static void line(CopyRow row, Part<InvoiceLine> part) {
        InvoiceLine line = part.part();
        row.uuid(part.invoice().id())
                .number(part.position())
                .text(line.number())
                .number(line.line())
                .text(line.description())
                .decimal(line.quantity())
                .decimal(line.unitPrice())
                .number(line.net().getAmountMinorLong())
                .text(line.category().name())
                .decimal(line.rate());
        minor(row, line.vat());
        Period period = line.period();
        row.text(line.unit()).date(period == null ? null : period.from()).date(period == null ? null : period.to());
    }

    private static void vat(CopyRow row, Part<VatBreakdown> part) {
        VatBreakdown vat = part.part();
        row.uuid(part.invoice().id())
                .number(part.position())
                .text(vat.category().name())
                .decimal(vat.rate())
                .number(vat.base().getAmountMinorLong())
                .number(vat.tax().getAmountMinorLong());
    }

    private static void refusal(CopyRow row, Read read, Subjects subjects) {
        Refused refused = (Refused) read.document();
        Stated stated = refused.stated();
        CurrencyUnit currency = stated.currency();
        Money gross = stated.gross();
        row.uuid(subjects.of(read))
                .text(subjects.workSet())
                .text(read.file().sha256())
                .text(read.file().name())
                .number(refused.position())
                .number(refused.place().line())
                .text(shown(stated.first(Term.NUMBER)))
                .text(shown(stated.buyer()))
                .text(shown(stated.seller()))
                .text(currency == null ? null : currency.getCode())
                .text(gross == null ? null : gross.getAmount().toPlainString());
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : FieldReader.shown(text);
    }

    private static void minor(CopyRow row, @Nullable Money amount) {
        if (amount == null) {
            row.nul();
        } else {
            row.number(amount.getAmountMinorLong());
        }
    }
}
