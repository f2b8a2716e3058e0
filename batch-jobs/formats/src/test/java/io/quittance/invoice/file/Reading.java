package io.quittance.invoice.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.detection.InvoiceFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads whole files in tests. */
public final class Reading {

    private Reading() {}

    public static DeliveredFile file(String name, String text) {
        return DeliveredFile.of(name, text.getBytes(UTF_8));
    }

    /** Every document of a file that must be readable. */
    public static List<ReadDocument> documents(DeliveredFile file) {
        return documents(file, ReadLimits.DEFAULT);
    }

    public static List<ReadDocument> documents(DeliveredFile file, ReadLimits limits) {
        var readable = readable(InvoiceFiles.open(file, limits));
        try (var reader = readable.documents()) {
            var documents = new ArrayList<ReadDocument>();
            reader.forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every document of a readable file as it came, as text. */
    public static List<String> originals(DeliveredFile file) {
        return originals(file, ReadLimits.DEFAULT);
    }

    public static List<String> originals(DeliveredFile file, ReadLimits limits) {
        return originalBytes(file, limits).stream()
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }

    /** The same, byte for byte. */
    public static List<byte[]> originalBytes(DeliveredFile file, ReadLimits limits) {
        try (var reader = readable(InvoiceFiles.open(file, limits)).documents()) {
            var originals = new ArrayList<byte[]>();
            while (reader.hasNext()) {
                var out = new ByteArrayOutputStream();
                reader.original().writeTo(out);
                originals.add(out.toByteArray());
            }
            return originals;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InvoiceFile.Readable readable(InvoiceFile opened) {
        assertThat(opened).isInstanceOf(InvoiceFile.Readable.class);
        return (InvoiceFile.Readable) opened;
    }

    /** The one reason why a file is refused as a whole. */
    public static Finding refusal(DeliveredFile file) {
        return refusal(file, ReadLimits.DEFAULT);
    }

    public static Finding refusal(DeliveredFile file, ReadLimits limits) {
        List<Finding> findings = refusals(InvoiceFiles.open(file, limits)).all();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    public static Findings refusals(InvoiceFile opened) {
        assertThat(opened).isInstanceOf(InvoiceFile.Unreadable.class);
        return ((InvoiceFile.Unreadable) opened).findings();
    }

    public static Invoice understood(ReadDocument document) {
        assertThat(document).isInstanceOf(ReadDocument.Understood.class);
        return ((ReadDocument.Understood) document).invoice();
    }

    public static ReadDocument.Refused refused(ReadDocument document) {
        assertThat(document).isInstanceOf(ReadDocument.Refused.class);
        return (ReadDocument.Refused) document;
    }

    /** Its lines as {@code number quantity x price = net category rate}. */
    public static List<String> lines(Invoice invoice) {
        return invoice.lines().stream()
                .map(l -> l.number() + " " + l.quantity() + " x " + l.unitPrice() + " = "
                        + l.net().getAmount() + " " + l.category() + " " + l.rate())
                .toList();
    }

    /** Code and place of everything that its reading found wrong. What VAT rules say beside it, has tests of its own. */
    public static List<String> findings(ReadDocument.Refused refused) {
        return refused.findings().stream()
                .filter(finding -> finding.rule() == null)
                .map((Finding f) -> f.code().id() + " " + f.place())
                .toList();
    }

    /** The invoice without what says where it was read. */
    public static Invoice withoutPlace(Invoice in) {
        var lines = in.lines().stream()
                .map(l -> new InvoiceLine(
                        l.number(),
                        0,
                        l.description(),
                        l.quantity(),
                        l.unitPrice(),
                        l.net(),
                        l.category(),
                        l.rate(),
                        l.vat()))
                .toList();
        return new Invoice(
                new UUID(0, 0),
                new InvoiceSource("0".repeat(64), "", 0, 0),
                in.kind(),
                in.number(),
                in.issueDate(),
                in.supplyDate(),
                in.dueDate(),
                in.entity(),
                in.contractor(),
                in.contractorName(),
                in.contractorVatId(),
                in.contract(),
                in.purchaseReference(),
                in.currency(),
                lines,
                in.vat(),
                in.totals(),
                in.payee(),
                in.paymentReference(),
                in.precedingInvoice());
    }
}
