package io.quittance.invoice.detection;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.understood;
import static io.quittance.invoice.file.Reading.withoutPlace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.cii.CiiWriter;
import io.quittance.invoice.csv.InvoiceCsvWriter;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.Samples;
import io.quittance.invoice.json.WrittenJson;
import io.quittance.invoice.pdf.PdfPage;
import io.quittance.invoice.ubl.UblBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One invoice is the same in normal form as UBL, as CII and as a PDF: only then can a duplicate be seen across them. */
class SameInvoiceTest {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void writtenInEverySyntax(long seed) {
        GeneratedInvoices.of(seed, 100, false).forEach(invoice -> {
            byte[] cii = CiiWriter.write(invoice);
            assertThat(read(UblBytes.of(invoice))).isEqualTo(invoice);
            assertThat(read(cii)).isEqualTo(invoice);
        });
    }

    @Test
    void insideAPdf() {
        GeneratedInvoices.of(14, 20, false).forEach(invoice -> {
            assertThat(read(PdfPage.with("factur-x.xml", CiiWriter.write(invoice))))
                    .isEqualTo(invoice);
            assertThat(read(PdfPage.with("xrechnung.xml", UblBytes.of(invoice))))
                    .isEqualTo(invoice);
        });
    }

    /** What duplicates are compared by; our CSV and JSON cannot state all that UBL and CII can, and the other way round. */
    @ParameterizedTest
    @ValueSource(longs = {15, 16})
    void hasOneFingerprintInEverySyntax(long seed) {
        GeneratedInvoices.of(seed, 100, true).forEach(invoice -> {
            String csv = csv(invoice);
            assertThat(List.of(
                            UblBytes.of(invoice),
                            CiiWriter.write(invoice),
                            PdfPage.with("factur-x.xml", CiiWriter.write(invoice)),
                            WrittenJson.of(List.of(invoice)).getBytes(UTF_8),
                            csv.getBytes(UTF_8),
                            ("\uFEFF" + csv).getBytes(UTF_8),
                            csv.replace("\n", "\r\n").getBytes(UTF_8)))
                    .map(SameInvoiceTest::read)
                    .map(Fingerprint::of)
                    .containsOnly(Fingerprint.of(invoice));
        });
    }

    private static String csv(Invoice invoice) {
        var out = new ByteArrayOutputStream();
        try (var writer = InvoiceCsvWriter.exact(out)) {
            writer.write(invoice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8).replace("\r\n", "\n");
    }

    /** Without the pair of reverse charge, whose two files state different VAT ids. The two of zc-einfach name another identifier of the seller first, and the UBL one has no 0 behind its decimals. */
    @ParameterizedTest
    @CsvSource({
        "xr-01.01a-simple.ubl.xml, xr-01.01a-simple.cii.xml",
        "xr-01.04a-category-O.ubl.xml, xr-01.04a-category-O.cii.xml",
        "xr-02.01a-foreign-vat-currency.ubl.xml, xr-02.01a-foreign-vat-currency.cii.xml",
        "zc-einfach.ubl.xml, zc-einfach.cii.xml",
    })
    void samplesThatAreTheSameInvoice(String ubl, String cii) throws IOException {
        assertThat(plain(sample(ubl))).isEqualTo(plain(sample(cii)));
        assertThat(Fingerprint.of(sample(ubl).between("payer", "payee")))
                .isEqualTo(Fingerprint.of(sample(cii).between("payer", "payee")));
    }

    @Test
    void thePdfOfASampleIsThatSample() throws IOException {
        assertThat(sample("zc-einfach.facturx.pdf")).isEqualTo(sample("zc-einfach.cii.xml"));
    }

    private static Invoice sample(String name) throws IOException {
        assumeFalse(Samples.areAbsent(), "there are no samples in " + Samples.FOLDER);
        var file = DeliveredFile.of(Samples.FOLDER.resolve(name));
        return withoutPlace(understood(documents(file).getFirst()));
    }

    private static Invoice read(byte[] bytes) {
        return withoutPlace(understood(documents(DeliveredFile.of("f", bytes)).getFirst()));
    }

    /** Without the parties' identifiers, and with 7.00 as 7. */
    private static Invoice plain(Invoice invoice) {
        return invoice.between("payer", "payee")
                .withParts(
                        invoice.lines().stream().map(SameInvoiceTest::plain).toList(),
                        invoice.vat().stream()
                                .map(vat -> new VatBreakdown(vat.category(), plain(vat.rate()), vat.base(), vat.tax()))
                                .toList());
    }

    private static InvoiceLine plain(InvoiceLine line) {
        return new InvoiceLine(
                line.number(),
                line.line(),
                line.description(),
                line.quantity().stripTrailingZeros(),
                line.unitPrice().stripTrailingZeros(),
                line.net(),
                line.category(),
                plain(line.rate()),
                line.vat());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros();
    }
}
