package io.quittance.invoice.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.cfdi.CfdiPage;
import io.quittance.invoice.cii.CiiWriter;
import io.quittance.invoice.csv.InvoiceCsvWriter;
import io.quittance.invoice.fatturapa.FatturaPage;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.json.WrittenJson;
import io.quittance.invoice.ksef.KsefPage;
import io.quittance.invoice.pdf.PdfPage;
import io.quittance.invoice.ubl.UblBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good files with a few bytes changed: whatever comes out, it is findings and documents in order, never a crash. */
class MutatedFilesTest {

    private static final String TELLING = "\"\"\n\r,;-.0123456789eE<>&'\u0000\u00FF\u00C3 =/";

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void neverCrashesAndReadsTheSameTwice(long seed) throws IOException {
        var random = new Random(seed);
        byte[] cii = CiiWriter.write(one(seed));
        List<byte[]> good = List.of(
                csv(seed),
                UblBytes.of(one(seed)),
                cii,
                PdfPage.with("factur-x.xml", cii),
                json(seed),
                fattura(),
                new KsefPage().text().getBytes(UTF_8),
                new CfdiPage().text().getBytes(UTF_8));
        for (int i = 0; i < 1_200; i++) {
            var file = DeliveredFile.of("f", mutated(good.get(i % good.size()), random));
            String read = read(file);
            assertThat(read(file)).as("seed %d, file %d", seed, i).isEqualTo(read);
        }
    }

    private static String read(DeliveredFile file) throws IOException {
        return switch (InvoiceFiles.open(file)) {
            case InvoiceFile.Unreadable(var syntax, var findings) -> {
                assertThat(findings).isNotEmpty();
                yield syntax + findings;
            }
            case InvoiceFile.Readable(var format, var warnings, var documents) -> {
                try (documents) {
                    var read = new ArrayList<ReadDocument>();
                    documents.forEachRemaining(read::add);
                    check(read);
                    yield format + " " + warnings + " " + read;
                }
            }
        };
    }

    private static void check(List<ReadDocument> read) {
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).position()).isEqualTo(i + 1);
            if (read.get(i) instanceof ReadDocument.Refused refused) {
                assertThat(refused.findings()).isNotEmpty();
            }
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) TELLING.charAt(random.nextInt(TELLING.length()));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                default -> System.arraycopy(good, random.nextInt(good.length), bytes, at, 1);
            }
        }
        return bytes;
    }

    private static byte[] csv(long seed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = InvoiceCsvWriter.exact(out)) {
            GeneratedInvoices.of(seed, 5, true).forEach(writer::write);
        }
        return out.toByteArray();
    }

    private static Invoice one(long seed) {
        return GeneratedInvoices.of(seed, 1, false).findFirst().orElseThrow();
    }

    private static byte[] fattura() {
        return new FatturaPage().with("UTF-8", "windows-1252").text().getBytes(UTF_8);
    }

    private static byte[] json(long seed) {
        return WrittenJson.of(GeneratedInvoices.of(seed, 5, false).toList()).getBytes(UTF_8);
    }
}
