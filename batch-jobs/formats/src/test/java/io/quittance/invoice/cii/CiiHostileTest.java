package io.quittance.invoice.cii;

import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Security numbers 69 to 77 for CII: the same door as for UBL. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CiiHostileTest {

    private static final String ROOT = "<Q:CrossIndustryInvoice ";

    @TempDir
    Path folder;

    @Test
    void entitiesAreRefusedUnread() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
        for (String subset : new String[] {
            "<!ENTITY x SYSTEM '" + secret.toUri() + "'>",
            "<!ENTITY x 'ha'><!ENTITY y '" + "&x;".repeat(10) + "'><!ENTITY z '" + "&y;".repeat(10) + "'>",
        }) {
            var page = new CiiPage()
                    .with(ROOT, "<!DOCTYPE x [" + subset + "]>\n" + ROOT)
                    .with("INV-1", "&x;");
            Finding finding = refusal(page.file());
            assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
            assertThat(finding.toString()).doesNotContain("TOP-SECRET");
        }
    }

    @Test
    void linesTextsAndDepthAreBounded() {
        String line = new CiiPage()
                .text()
                .replaceAll(
                        "(?s).*(<a:IncludedSupplyChainTradeLineItem>.*</a:IncludedSupplyChainTradeLineItem>).*", "$1");
        var limits = new ReadLimits(1, 1, 1, 3, XmlLimits.DOCUMENT);
        var lines = new CiiPage().before("<a:IncludedSupplyChainTradeLineItem>", line.repeat(3));
        assertThat(refusal(lines.file(), limits).message()).contains("more than 3 lines in one document");
        var text = new CiiPage().with("INV-1", "x".repeat(100_001));
        assertThat(refusal(text.file()).message()).contains("more than 100000 characters in one field");
        var deep = new CiiPage().before("<a:ID>INV-1", "<a:X>".repeat(100) + "</a:X>".repeat(100));
        assertThat(refusal(deep.file()).message()).contains("levels of nested elements");
    }

    @Test
    void otherNamespacesAndEncodingsAreRefused() {
        var other = new CiiPage().with("CrossIndustryInvoice:100", "CrossIndustryInvoice:101");
        assertThat(refusal(other.file()).code()).isEqualTo(FindingCode.FILE_FORMAT_UNKNOWN);
        byte[] latin1 = new CiiPage().with("Jane Roe", "J\u00FCrgen").text().getBytes(ISO_8859_1);
        assertThat(refusal(DeliveredFile.of("a.xml", latin1)).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        var named = new CiiPage().with("UTF-8", "UTF-8-W/O-BOM");
        assertThat(refusal(named.file()).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
    }

    @Test
    void everyPrefixOfAnInvoiceIsRefusedAsAWhole() {
        byte[] whole = new CiiPage().text().strip().getBytes(ISO_8859_1);
        IntStream.range(0, whole.length)
                .filter(length -> length % 29 == 0 || length > whole.length - 40)
                .forEach(length -> assertThat(refusal(DeliveredFile.of("a.xml", Arrays.copyOf(whole, length)))
                                .code())
                        .as("%d bytes", length)
                        .isIn(FindingCode.FILE_UNREADABLE, FindingCode.FILE_FORMAT_UNKNOWN));
        assertThat(refusal(file("a.xml", new CiiPage().text() + "<x/>")).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
    }
}
