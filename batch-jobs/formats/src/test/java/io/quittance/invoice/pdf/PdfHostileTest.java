package io.quittance.invoice.pdf;

import static io.quittance.invoice.file.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.cii.CiiPage;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.xml.XmlLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PdfHostileTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final int BOMB = 600;

    /** 600 MiB in some 700 KB, as the file inside and as the objects of the PDF itself, in a JVM with 64 MiB of heap. */
    @Test
    void bombsNeedNoMemory(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("file.pdf"), bombInside());
        Files.write(folder.resolve("objects.pdf"), bombOfObjects("/ObjStm", "/First"));
        Files.write(folder.resolve("escaped.pdf"), bombOfObjects("/Obj#53tm", "/F#69rst"));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfHostileTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("file.pdf Q103", "objects.pdf Q103", "escaped.pdf Q103")
                .doesNotContain("OutOfMemoryError");
    }

    /** What the other JVM does. */
    public static void main(String[] arguments) throws IOException {
        for (String name : new String[] {"file.pdf", "objects.pdf", "escaped.pdf"}) {
            var file = DeliveredFile.of(Path.of(arguments[0]).resolve(name));
            if (InvoiceFiles.open(file) instanceof InvoiceFile.Unreadable refused) {
                Finding finding = refused.findings().all().getFirst();
                System.out.println(name + " " + finding.code().id() + " " + finding.message());
            }
        }
    }

    /** An invoice that never ends: whatever reads it must stop by itself. */
    private static byte[] bombInside() {
        String begin = new CiiPage().text().split("<a:ID>INV-1", 2)[0];
        var page = new PdfPage();
        COSStream stream = page.stream(out -> out.write(bomb(begin)), COSName.NONE);
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return page.named("factur-x.xml", stream).bytes();
    }

    /** The catalog lies in a stream of objects with 600 MiB of blanks behind it. */
    private static byte[] bombOfObjects(String type, String first) throws IOException {
        byte[] bomb = bomb("1 0 << /Type /Catalog >> ");
        String objects = "%PDF-1.5\n2 0 obj\n<< /Type " + type + " /N 1 " + first + " 4 /Filter /FlateDecode /Length "
                + bomb.length + " >>\nstream\n";
        String end = "\nendstream\nendobj\n";
        int table = objects.length() + bomb.length + end.length();
        var pdf = new ByteArrayOutputStream();
        pdf.write(objects.getBytes(ISO_8859_1));
        pdf.write(bomb);
        pdf.write((end + "3 0 obj\n<< /Type /XRef /Size 3 /W [1 1 1] /Root 1 0 R /Length 9 >>\nstream\n")
                .getBytes(ISO_8859_1));
        pdf.write(new byte[] {0, 0, 0, 2, 2, 0, 1, 9, 0});
        pdf.write((end + "startxref\n" + table + "\n%%EOF\n").getBytes(ISO_8859_1));
        return pdf.toByteArray();
    }

    /** A text and 600 MiB of blanks, compressed. One mebibyte is compressed on its own and repeated. */
    private static byte[] bomb(String begin) {
        byte[] blanks = new byte[MEBIBYTE];
        Arrays.fill(blanks, (byte) ' ');
        var deflater = new Deflater();
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes(deflated(deflater, begin.getBytes(ISO_8859_1)));
        byte[] mebibyte = deflated(deflater, blanks);
        for (int i = 0; i < BOMB; i++) {
            bomb.writeBytes(mebibyte);
        }
        deflater.end();
        return bomb.toByteArray();
    }

    private static byte[] deflated(Deflater deflater, byte[] bytes) {
        byte[] out = new byte[64 << 10];
        deflater.setInput(bytes);
        return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH));
    }

    @Test
    void aLargePdfIsRefusedByItsSize() {
        byte[] pdf = PdfPage.with("factur-x.xml", new CiiPage().bytes());
        var limits = new ReadLimits(1, 1, 1, 1, new XmlLimits(pdf.length - 1, 64, 1_000, 1_000));
        assertThat(refusal(DeliveredFile.of("a.pdf", pdf), limits).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void aDamagedStreamIsRefused() {
        byte[] pdf = PdfPage.with("factur-x.xml", new CiiPage().bytes());
        int stream = new String(pdf, ISO_8859_1).indexOf("stream", new String(pdf, ISO_8859_1).indexOf("FlateDecode"));
        byte[] broken = pdf.clone();
        Arrays.fill(broken, stream + 60, stream + 100, (byte) 0x5A);
        Finding finding = refusal(DeliveredFile.of("a.pdf", broken));
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(finding.toString()).contains("a.pdf (factur-x.xml)");
    }

    /** Cut off, a PDF is repaired as far as possible by PDFBox; an invoice comes out whole or not at all. */
    @Test
    void aPdfThatIsCutOffIsReadWholeOrRefused() {
        byte[] pdf = PdfPage.with("factur-x.xml", new CiiPage().bytes());
        int refused = 0;
        for (int length = 5; length < pdf.length; length += 41) {
            var file = DeliveredFile.of("a.pdf", Arrays.copyOf(pdf, length));
            if (InvoiceFiles.open(file) instanceof InvoiceFile.Unreadable unreadable) {
                assertThat(unreadable.findings()).isNotEmpty();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(pdf.length / 41 / 2);
    }
}
