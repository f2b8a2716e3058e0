package io.quittance.invoice.detection;

import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Samples;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the file begins with (Latin-1)                       | code | says
            %PDF-1.7                                               | Q101 | the PDF is damaged
            'PK\u0003\u0004'                                       | Q101 | it cannot be read as a workbook
            '\u00D0\u00CF\u0011\u00E0'                             | Q102 | an old or an encrypted Excel workbook
            {"invoice": 1}                                         | Q102 | JSON
            '\u00EF\u00BB\u00BF [1]'                               | Q102 | JSON
            <CrossIndustryInvoice xmlns='urn:x'/>                  | Q102 | in another namespace
            <CrossIndustryDocument xmlns='urn:ferd:CrossIndustryDocument:invoice:1p0'/> | Q102 | ZUGFeRD 1
            <!-- c --><p:FatturaElettronica xmlns:p='urn:x'/>      | Q102 | FatturaPA
            <Invoice/>                                             | Q102 | an Invoice in another namespace
            <Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'/> | Q102 | another namespace
            <html/>                                                | Q102 | no invoice that we know
            <Invoice                                               | Q101 | column
            ''                                                     | Q101 | the file is empty
            '  '                                                   | Q101 | the file is empty
            '\u00EF\u00BB\u00BF'                                   | Q101 | the file is empty
            Dear Sir                                               | Q102 | it begins with 'Dear Sir'
            document_type;invoice_number;invoice_date              | Q102 | semicolons
            ContactName,InvoiceNumber,InvoiceDate                  | Q102 | it begins with 'ContactName'
            '\u00FF\u00FEd\u0000o\u0000'                           | Q101 | not UTF-8
            """)
    void saysWhatAFileIsThatIsNotTakenIn(String latin1, String code, String says) {
        Finding finding = refusal(DeliveredFile.of("f.dat", latin1.getBytes(ISO_8859_1)));
        assertThat(finding.code().id()).isEqualTo(code);
        assertThat(finding.message()).contains(says);
        assertThat(String.valueOf(finding.place())).startsWith("f.dat");
    }

    @Test
    void theNameDecidesNothing() {
        String csv = "document_type,invoice_number,invoice_date,entity,contractor";
        assertThat(InvoiceFiles.open(file("scan.pdf", csv)).toString())
                .contains("Q104 REJECT scan.pdf:1 amount_due: the column amount_due is not in the header");
    }

    @Test
    void aRootAfterALongCommentIsFound() {
        String licence = "<!--" + "licence ".repeat(5_000) + "-->";
        assertThat(refusal(file("f.xml", licence + "<Comprobante/>")).message()).contains("CFDI");
    }

    @Test
    void sizeIsLookedAtFirst() {
        var tiny = new ReadLimits(10, 1, 1, 1, new XmlLimits(10, 1, 1, 1));
        assertThat(refusal(file("f.xml", "<Invoice attribute='1'/>"), tiny).code())
                .isEqualTo(FindingCode.FILE_TOO_LARGE);
        assertThat(refusal(file("f.csv", "document_type,invoice_number"), tiny).code())
                .isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void aDiskThatFailsIsACrashAndNoFinding() {
        var failing = new DeliveredFile("f.csv", "0".repeat(64), 1, () -> {
            throw new IOException("disk");
        });
        assertThatThrownBy(() -> InvoiceFiles.open(failing)).isInstanceOf(UncheckedIOException.class);
    }

    /** Every sample beside the repository is read or refused with a reason, and none ends with a crash. */
    @TestFactory
    Stream<DynamicTest> samplesOfOtherFormats() throws IOException {
        if (Samples.areAbsent()) {
            return Samples.skipped();
        }
        try (var files = Files.list(Samples.FOLDER)) {
            return files
                    .filter(path -> !path.toString().matches(".*(\\.ubl\\.xml|\\.cii\\.xml|\\.pdf|/mu-.*)"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(path -> DynamicTest.dynamicTest(
                            String.valueOf(path.getFileName()), () -> readOrRefused(DeliveredFile.of(path))));
        }
    }

    private static void readOrRefused(DeliveredFile file) {
        switch (InvoiceFiles.open(file)) {
            case InvoiceFile.Unreadable refused ->
                assertThat(refused.findings().has(FindingCode.FILE_FORMAT_UNKNOWN)
                                || refused.findings().has(FindingCode.FILE_UNREADABLE))
                        .isTrue();
            case InvoiceFile.Readable readable ->
                assertThat(readable.documents().hasNext()).isTrue();
        }
    }
}
