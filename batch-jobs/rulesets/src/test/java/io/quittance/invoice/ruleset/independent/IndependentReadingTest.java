package io.quittance.invoice.ruleset.independent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.ruleset.RuledDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every sample in UBL, CII or a hybrid PDF is read with the same fields by ph-ubl and ph-cii: number, dates, parties, VAT ids,
 * references, account, all totals, VAT groups and lines. Where the two differ, {@link #KNOWN} says why.
 */
class IndependentReadingTest {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.root", "../.."))
            .resolve("../shared/reference/einvoice")
            .normalize();

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    /** File and field, and why the two readings differ. */
    private static final Map<String, String> KNOWN = Map.of();

    /** Those that nobody can read, and those of which we say that they are no invoice. */
    private static final Map<String, String> NOT_READ = Map.of(
            "own-truncated.ubl.xml", "cut off",
            "own-xxe.ubl.xml", "has a DOCTYPE",
            "zc-bad-encoding-name.facturx.pdf", "names an encoding that does not exist",
            "zc-facture-fr-minimum.facturx.pdf", "MINIMUM has no lines: no invoice for VAT");

    @TestFactory
    Stream<DynamicTest> everySampleIsReadAlike() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "samples are absent", () -> Assumptions.abort("there are no samples in " + FOLDER)));
        }
        List<Path> samples;
        try (Stream<Path> files = Files.list(FOLDER)) {
            samples = files.filter(file -> file.getFileName().toString().matches("(xr|zc|mu|own)-.*\\.(xml|pdf)"))
                    .sorted()
                    .toList();
        }
        assertThat(samples).hasSizeGreaterThanOrEqualTo(28);
        return samples.stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getFileName().toString(), () -> Assertions.assertTimeout(AT_MOST, () -> check(sample))));
    }

    private static void check(Path sample) throws IOException {
        var file = DeliveredFile.of(sample);
        if (NOT_READ.containsKey(file.name())) {
            assertThat(read(file)).as(NOT_READ.get(file.name())).isEmpty();
            return;
        }
        var document = (ReadDocument.Understood) read(file).getFirst();
        Map<String, String> ours = OurReading.of(document).all();
        Map<String, String> theirs = independent(file, document).all();
        assertThat(differences(file.name(), ours, theirs)).isEmpty();
        assertThat(ours.keySet()).hasSizeGreaterThanOrEqualTo(23);
    }

    /** The understood documents of a file. */
    private static List<ReadDocument> read(DeliveredFile file) throws IOException {
        if (!(InvoiceFiles.open(file) instanceof InvoiceFile.Readable readable)) {
            return List.of();
        }
        try (var documents = readable.documents()) {
            var understood = new ArrayList<ReadDocument>();
            documents.forEachRemaining(document -> {
                if (document instanceof ReadDocument.Understood) {
                    understood.add(document);
                }
            });
            return understood;
        }
    }

    private static Fields independent(DeliveredFile file, ReadDocument.Understood document) throws IOException {
        RuledDocument xml = RuledDocument.of(file, document.stated()).orElseThrow();
        try (InputStream in = xml.xml().open()) {
            return switch (document.stated().syntax()) {
                case "UBL-Invoice" -> UblModel.invoice(in);
                case "UBL-CreditNote" -> UblModel.creditNote(in);
                default -> CiiModel.read(in);
            };
        }
    }

    private static Map<String, String> differences(String file, Map<String, String> ours, Map<String, String> theirs) {
        var all = new TreeMap<String, String>();
        ours.forEach((field, value) -> {
            String other = String.valueOf(theirs.get(field));
            if (!value.equals(other) && !KNOWN.containsKey(file + " " + field)) {
                all.put(field, "ours " + value + ", theirs " + other);
            }
        });
        return all;
    }

    /** The comparison would see a difference: another invoice differs in nearly everything. */
    @Test
    void twoInvoicesAreNotAlike() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "there are no samples in " + FOLDER);
        Map<String, String> one = OurReading.of(
                        (ReadDocument.Understood) read(DeliveredFile.of(FOLDER.resolve("xr-01.01a-simple.ubl.xml")))
                                .getFirst())
                .all();
        var file = DeliveredFile.of(FOLDER.resolve("xr-02.01a-foreign-vat-currency.ubl.xml"));
        Map<String, String> other = independent(
                        file, (ReadDocument.Understood) read(file).getFirst())
                .all();
        assertThat(differences("", one, other).keySet()).contains("number", "net", "vat_groups", "lines", "contract");
        assertThatThrownBy(() -> UblModel.invoice(InputStream.nullInputStream()))
                .isInstanceOf(RuntimeException.class);
    }
}
