package io.quittance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.DocumentRules;
import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.annotation.Annotated;
import io.quittance.invoice.annotation.Annotations;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadDocument.Refused;
import io.quittance.invoice.file.ReadDocument.Understood;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.invoice.profile.TestProfiles;
import io.quittance.testkit.fuzz.FuzzTarget;
import io.quittance.testkit.fuzz.FuzzTarget.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What must hold of every file that claims to be an invoice: it is refused with reasons, or its documents are in order, are read
 * the same in one go and after passing over some, can be judged, and those that were refused can be laid out for correction.
 *
 * @param folder of the drop folder, which names a profile; empty for none
 */
record InvoiceFileCheck(String folder) implements FuzzTarget.Reader {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\n]]");

    private static final Profiles PROFILES = Profiles.of(List.of(TestProfiles.declared(), TestProfiles.proving()));

    @Override
    public Outcome read(byte[] input) throws IOException {
        var file = DeliveredFile.of(folder + "file", input);
        return switch (open(file)) {
            case InvoiceFile.Unreadable(var syntax, var findings) -> {
                assertThat(findings).isNotEmpty();
                visible(findings);
                yield new Outcome(syntax + findings, false);
            }
            case InvoiceFile.Readable(var format, var warnings, var documents) -> {
                List<ReadDocument> read = all(documents);
                check(file, read);
                yield new Outcome(
                        format + " " + warnings + " " + read, read.stream().anyMatch(Understood.class::isInstance));
            }
        };
    }

    private static InvoiceFile open(DeliveredFile file) {
        return InvoiceFiles.open(file, ReadLimits.DEFAULT, PROFILES);
    }

    private static List<ReadDocument> all(InvoiceFileReader documents) throws IOException {
        try (documents) {
            var read = new ArrayList<ReadDocument>();
            documents.forEachRemaining(read::add);
            return read;
        }
    }

    private static void check(DeliveredFile file, List<ReadDocument> read) throws IOException {
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).position()).isEqualTo(i + 1);
            switch (read.get(i)) {
                case Refused refused -> {
                    assertThat(refused.findings()).isNotEmpty();
                    visible(refused.findings());
                }
                case Understood understood -> {
                    sound(understood.invoice());
                    visible(understood.warnings().and(DocumentRules.judge(understood.invoice())));
                }
            }
        }
        if (!read.isEmpty()) {
            skipping(file, read, read.size() / 2);
            laidOut(file, read.size());
            annotated(file, read);
        }
    }

    /** What people read on a terminal or in a table holds nothing that either obeys. */
    private static void visible(Findings findings) {
        for (Finding finding : findings.all()) {
            assertThat(UNSEEN.matcher(String.valueOf(finding.read()) + finding.message() + finding.place())
                            .find())
                    .as("%s", finding)
                    .isFalse();
        }
    }

    private static void sound(Invoice invoice) {
        assertThat(invoice.number()).isNotBlank();
        assertThat(invoice.issueDate().getYear()).isBetween(0, 9999);
        assertThat(invoice.lines()).isNotEmpty();
        int decimals = invoice.currency().getDecimalPlaces();
        invoice.lines().forEach(line -> {
            assertThat(line.net().getAmount().scale()).isLessThanOrEqualTo(decimals);
            assertThat(line.quantity().precision() - line.quantity().scale()).isLessThanOrEqualTo(26);
            assertThat(line.quantity().stripTrailingZeros().scale()).isLessThanOrEqualTo(12);
            assertThat(line.unitPrice().stripTrailingZeros().scale()).isLessThanOrEqualTo(12);
            assertThat(line.net().getCurrencyUnit()).isEqualTo(invoice.currency());
        });
        assertThat(invoice.totals().due().getAmountMinorLong())
                .isBetween(Long.MIN_VALUE / 1_000, Long.MAX_VALUE / 1_000);
        assertThat(UNSEEN.matcher(invoice.number()
                                + invoice.contractor()
                                + invoice.contractorName()
                                + invoice.payee()
                                + invoice.paymentReference()
                                + invoice.lines())
                        .find())
                .as("%s", invoice)
                .isFalse();
    }

    private static void skipping(DeliveredFile file, List<ReadDocument> read, int passed) throws IOException {
        if (open(file) instanceof InvoiceFile.Readable readable) {
            try (InvoiceFileReader documents = readable.documents()) {
                documents.skip(passed);
                var rest = new ArrayList<ReadDocument>();
                documents.forEachRemaining(rest::add);
                assertThat(rest.toString())
                        .as("after %d documents", passed)
                        .isEqualTo(read.subList(passed, read.size()).toString());
            }
        }
    }

    private static void laidOut(DeliveredFile file, int documents) throws IOException {
        if (open(file) instanceof InvoiceFile.Readable readable) {
            try (InvoiceFileReader reader = readable.documents()) {
                for (int i = 0; i < Math.min(documents, 3); i++) {
                    var out = new ByteArrayOutputStream();
                    reader.original().writeTo(out);
                    assertThat(out.size()).isPositive();
                }
            }
        }
    }

    private static void annotated(DeliveredFile file, List<ReadDocument> read) throws IOException {
        if (open(file) instanceof InvoiceFile.Readable readable) {
            try (InvoiceFileReader reader = readable.documents()) {
                if (reader instanceof SheetDocuments sheets) {
                    List<Annotated> documents = new ArrayList<>();
                    for (ReadDocument document : read.subList(0, Math.min(read.size(), 50))) {
                        documents.add(new Annotated(sheets.rows(), findings(document)));
                    }
                    Annotations.write(
                            sheets.sheet(),
                            documents.stream()
                                    .filter(one -> !one.rows().isEmpty())
                                    .iterator(),
                            OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static List<Finding> findings(ReadDocument document) {
        return switch (document) {
            case Refused refused -> refused.findings().all();
            case Understood understood ->
                List.of(Finding.of(
                        io.quittance.finding.FindingCode.VALUE_UNKNOWN,
                        Place.of("x", understood.invoice().source().line()),
                        "=1+1",
                        null,
                        "a reason"));
        };
    }
}
