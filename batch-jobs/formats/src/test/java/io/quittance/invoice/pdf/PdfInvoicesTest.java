package io.quittance.invoice.pdf;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.findings;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusal;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static io.quittance.invoice.file.Reading.withoutPlace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.cii.CiiPage;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.ubl.UblBytes;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfInvoicesTest {

    private static final byte[] INVOICE = new CiiPage().bytes();
    private static final byte[] OTHER = new CiiPage().with("INV-1", "INV-2").bytes();

    @Test
    void readsTheXmlInsideAndKeepsThePdf() {
        byte[] pdf = PdfPage.with("factur-x.xml", INVOICE);
        var file = DeliveredFile.of("scan.pdf", pdf);
        var document = (ReadDocument.Understood) documents(file).getFirst();
        assertThat(withoutPlace(document.invoice())).isEqualTo(plain());
        assertThat(document.invoice().id()).isEqualTo(file.documentId(1));
        assertThat(document.invoice().source().place("BT-1")).hasToString("scan.pdf (factur-x.xml):4 BT-1");
        assertThat(document.stated().syntax()).isEqualTo("Factur-X PDF/CII");
        assertThat(readable(InvoiceFiles.open(file)).format()).isEqualTo(InvoiceFormat.PDF);
        assertThat(Reading.originalBytes(file, ReadLimits.DEFAULT)).containsExactly(pdf);
    }

    @Test
    void findingsNameTheFileInside() {
        byte[] pdf = PdfPage.with(
                "factur-x.xml", new CiiPage().with("20261102", "20260230").bytes());
        var file = DeliveredFile.of("scan.pdf", pdf);
        assertThat(findings(refused(documents(file).getFirst())))
                .containsExactly("Q111 scan.pdf (factur-x.xml):11 BT-2");
        assertThat(Reading.originalBytes(file, ReadLimits.DEFAULT)).containsExactly(pdf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "factur-x.xml",
                "Factur-X.XML",
                "ZUGFeRD-invoice.xml",
                "zugferd-invoice.xml",
                "xrechnung.xml",
                "../../../etc/factur-x.xml",
                "C:\\Users\\x\\factur-x.xml"
            })
    void theNamesOfAnInvoice(String name) {
        var file = new PdfPage()
                .named("terms.txt", new byte[] {1})
                .named(name, INVOICE)
                .file();
        assertThat(understood(documents(file).getFirst()).number()).isEqualTo("INV-1");
    }

    @Test
    void readsUblInsideToo() {
        Invoice invoice = GeneratedInvoices.of(7, 1, false).findFirst().orElseThrow();
        var file = DeliveredFile.of("a.pdf", PdfPage.with("xrechnung.xml", UblBytes.of(invoice)));
        var document = (ReadDocument.Understood) documents(file).getFirst();
        assertThat(withoutPlace(document.invoice())).isEqualTo(invoice);
        assertThat(document.stated().syntax()).startsWith("PDF/UBL-");
    }

    @Test
    void filesAreFoundAmongTheAssociatedOnesAndWithTheirObjectsCompressed() {
        var associated = new PdfPage();
        associated.associated("factur-x.xml", flate(associated, INVOICE));
        assertThat(understood(documents(associated.file()).getFirst()).number()).isEqualTo("INV-1");
        byte[] compressed = new PdfPage().named("factur-x.xml", INVOICE).compressed();
        assertThat(new String(compressed, UTF_8)).contains("/ObjStm");
        assertThat(understood(documents(DeliveredFile.of("a.pdf", compressed)).getFirst())
                        .number())
                .isEqualTo("INV-1");
        var uncompressed = new PdfPage();
        uncompressed.named("factur-x.xml", uncompressed.stream(out -> out.write(INVOICE), COSName.NONE));
        assertThat(understood(documents(uncompressed.file()).getFirst()).number())
                .isEqualTo("INV-1");
    }

    /** The usual case: the tree of names and the associated files name the same stream. */
    @Test
    void aFileThatIsFoundTwiceIsOneFile() {
        var page = new PdfPage();
        COSStream stream = flate(page, INVOICE);
        page.named("factur-x.xml", stream).associated("factur-x.xml", stream);
        assertThat(readable(InvoiceFiles.open(page.file())).warnings()).isEmpty();
        assertThat(understood(documents(new PdfPage()
                                        .named("factur-x.xml", INVOICE)
                                        .withLoop()
                                        .file())
                                .getFirst())
                        .number())
                .isEqualTo("INV-1");
    }

    @Test
    void ofSeveralNamesFacturXWinsWithAWarning() {
        var page = new PdfPage().named("ZUGFeRD-invoice.xml", OTHER).named("factur-x.xml", INVOICE);
        var file = page.file();
        assertThat(understood(documents(file).getFirst()).number()).isEqualTo("INV-1");
        assertThat(readable(InvoiceFiles.open(file)).warnings().stream().map(Finding::toString))
                .containsExactly("Q107 WARN scan.pdf (factur-x.xml): the PDF holds several invoices,"
                        + " factur-x.xml, ZUGFeRD-invoice.xml: the first is read");
    }

    @Test
    void twoDifferentFilesOfOneNameAreRefused() {
        Finding finding = refusal(new PdfPage()
                .named("factur-x.xml", INVOICE)
                .named("factur-x.xml", OTHER)
                .file());
        assertThat(finding)
                .hasToString("Q107 REJECT scan.pdf (factur-x.xml): the PDF holds different files of this name");
        var same = new PdfPage().named("factur-x.xml", INVOICE).named("factur-x.xml", INVOICE);
        assertThat(understood(documents(same.file()).getFirst()).number()).isEqualTo("INV-1");
    }

    @Test
    void aPdfWithoutAnInvoiceInsideSaysWhatToDo() {
        Finding none = refusal(new PdfPage().file());
        assertThat(none).hasToString("Q102 REJECT scan.pdf: the PDF holds no file");
        assertThat(none.hint())
                .isEqualTo("Ask for the invoice as XML or as Factur-X; what is drawn on a page is not read.");
        assertThat(refusal(new PdfPage().named("terms.txt", INVOICE).file()))
                .hasToString("Q102 REJECT scan.pdf: the PDF holds no invoice, only terms.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the XML inside                                                           | syntax              | finding
            <a                                                                         | PDF/unparseable XML | Q101
            no XML                                                                     | PDF/unparseable XML | Q101
            ''                                                                         | PDF/unparseable XML | Q101
            <?xml version="1.0" encoding="UTF-8-W/O-BOM"?><a/>                         | PDF/unparseable XML | Q101
            <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>           | PDF/unparseable XML | Q101
            <c:CrossIndustryDocument xmlns:c="urn:ferd:CrossIndustryDocument:invoice:1p0"/> | PDF            | Q102
            """)
    void xmlThatIsNoInvoiceIsRefused(String xml, String syntax, String code) {
        var file = DeliveredFile.of("scan.pdf", PdfPage.with("ZUGFeRD-invoice.xml", xml.getBytes(UTF_8)));
        assertThat(InvoiceFiles.open(file)).isInstanceOfSatisfying(InvoiceFile.Unreadable.class, refused -> {
            assertThat(refused.syntax()).isEqualTo(syntax);
            Finding finding = refused.findings().all().getFirst();
            assertThat(finding.code().id()).isEqualTo(code);
            assertThat(String.valueOf(finding.place())).startsWith("scan.pdf (ZUGFeRD-invoice.xml)");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void anEncryptedPdfIsRefused(String userPassword) {
        var page = new PdfPage().named("factur-x.xml", INVOICE).encrypted(userPassword);
        Finding finding = refusal(page.file());
        assertThat(finding).hasToString("Q101 REJECT scan.pdf: the PDF is encrypted");
        assertThat(finding.hint())
                .isEqualTo("Send the PDF again, whole and without a password, or the invoice as XML.");
    }

    @Test
    void otherFiltersThanFlateAreRefused() {
        COSBase twice = new COSArray(List.of(COSName.ASCII_HEX_DECODE, COSName.FLATE_DECODE));
        for (COSBase filters : List.of(COSName.LZW_DECODE, COSName.ASCII85_DECODE, twice)) {
            var page = new PdfPage();
            page.named("factur-x.xml", page.stream(out -> out.write(INVOICE), filters));
            Finding finding = refusal(page.file());
            assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
            assertThat(finding.message()).contains("stored in a way that is not read");
        }
    }

    static COSStream flate(PdfPage page, byte[] content) {
        return page.stream(out -> out.write(content), COSName.FLATE_DECODE);
    }

    private static Invoice plain() {
        return withoutPlace(
                understood(documents(DeliveredFile.of("a.xml", INVOICE)).getFirst()));
    }
}
