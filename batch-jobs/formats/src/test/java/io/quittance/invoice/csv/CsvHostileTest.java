package io.quittance.invoice.csv;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.refusal;
import static io.quittance.invoice.file.Reading.understood;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.xml.XmlLimits;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody sends by accident. Nothing of a file that is refused as a whole is handed out. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CsvHostileTest {

    private static final String ZERO_HASH = "0".repeat(64);

    /** Security number 151: a gigabyte in one line, which is not in memory in this test either. */
    @Test
    void aGigabyteInOneLineIsRefusedAfterOneRowsWorth() {
        var endless = new DeliveredFile(
                "big.csv",
                ZERO_HASH,
                1L << 30,
                () -> new Repeated((CsvPage.HEADER + "\n").getBytes(ISO_8859_1), 1L << 30));
        Finding finding = refusal(endless);
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        assertThat(finding.toString()).contains("big.csv:2", "there are more than 65536 characters in one row");
    }

    @Test
    void aRowOfManyShortFieldsIsBoundedToo() {
        Finding finding = refusal(new CsvPage().raw(",".repeat(70_000)).file());
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void aFileLargerThanAllowedIsRefusedWhateverItsSizeWasSaidToBe() {
        byte[] bytes = new CsvPage().row().row().text().getBytes(ISO_8859_1);
        var limits = new ReadLimits(bytes.length - 1, 1 << 16, 1 << 20, 10, XmlLimits.DOCUMENT);
        assertThat(refusal(DeliveredFile.of("a.csv", bytes), limits).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        var lying = new DeliveredFile("a.csv", ZERO_HASH, 1, () -> new java.io.ByteArrayInputStream(bytes));
        assertThat(refusal(lying, limits).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void aBadByteAtTheEndRefusesTheWholeFile() {
        String good = new CsvPage().row().text();
        var latin = DeliveredFile.of(
                "a.csv",
                (good + good.lines().skip(1).findFirst().orElseThrow().replace("Jane", "J\u00FCrgen"))
                        .getBytes(ISO_8859_1));
        Finding finding = refusal(latin);
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(finding.place()).hasToString("a.csv:3");
        assertThat(finding.message()).isEqualTo("column 63: the bytes FC are not UTF-8");
        assertThat(refusal(DeliveredFile.of("a.csv", good.getBytes(UTF_16LE))).code())
                .isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(refusal(file("a.csv", good + "a\u0000b")).message())
                .isEqualTo("column 2: there is a control character U+0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice,\"INV-1", "invoice,\"INV-1\"x,2026-11-02", "\"invoice\" ,INV-1"})
    void brokenQuotesRefuseTheWholeFile(String row) {
        Finding finding = refusal(
                new CsvPage().row().raw(row).row("invoice_number", "INV-2").file());
        assertThat(finding.code()).isEqualTo(FindingCode.ROW_MALFORMED);
        assertThat(finding.place()).hasToString("inv.csv:3");
        assertThat(finding.message())
                .startsWith("in the row that begins here: ")
                .doesNotContain("record");
    }

    @Test
    void formulasAndQueriesStayText() {
        for (String text : new String[] {
            "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "'; drop table invoice", "${jndi:ldap://x}", "<script>"
        }) {
            assertThat(understood(documents(new CsvPage()
                                            .row("contractor_name", text)
                                            .file())
                                    .getFirst())
                            .contractorName())
                    .isEqualTo(text);
        }
    }

    @Test
    void invisibleCharactersInNamesRefuseTheDocument() {
        var document = documents(
                        new CsvPage().row("contractor_name", "Jane \u202EeoR").file())
                .getFirst();
        assertThat(document.toString()).contains("Q112", "U+202E");
    }

    /** A header, then the letter x for ever. */
    private static final class Repeated extends InputStream {
        private final byte[] head;
        private final long size;
        private long at;

        Repeated(byte[] head, long size) {
            this.head = head;
            this.size = size;
        }

        @Override
        public int read() {
            if (at >= size) {
                return -1;
            }
            return at < head.length ? head[(int) at++] : (at++ > 0 ? 'x' : -1);
        }
    }
}
