package io.quittance.invoice.ubl;

import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Reading;
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

/** Security numbers 69 to 77 at the door for invoices. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UblHostileTest {

    @TempDir
    Path folder;

    /** 69. */
    @Test
    void anExternalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
        String doctype = "<!DOCTYPE Invoice [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>\n<Invoice ";
        Finding finding = refusal(
                new UblPage().with("<Invoice ", doctype).with("INV-1", "&x;").file());
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(finding.toString()).doesNotContain("TOP-SECRET");
    }

    /** 70, 71, 72. */
    @Test
    void otherEntitiesAndInclusionsAreRefusedOrNotFollowed() {
        for (String subset : new String[] {
            "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p;",
            "<!ENTITY a0 'ha'>" + "<!ENTITY a1 '" + "&a0;".repeat(10) + "'>" + "<!ENTITY a2 '" + "&a1;".repeat(10)
                    + "'>",
            "<!ENTITY big '" + "x".repeat(50_000) + "'>"
        }) {
            var page = new UblPage().with("<Invoice ", "<!DOCTYPE Invoice [" + subset + "]><Invoice ");
            assertThat(refusal(page.file()).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        }
        var include = new UblPage()
                .before(
                        "<b:ID>INV-1",
                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>");
        assertThat(Reading.understood(Reading.documents(include.file()).getFirst())
                        .number())
                .isEqualTo("INV-1");
    }

    /** 74. */
    @Test
    void depthElementsLinesAndTextsAreBounded() {
        var endless = new UblPage().before("<b:ID>INV-1", "<b:X>".repeat(100_000));
        assertThat(refusal(endless.file()).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
        var deep = new UblPage().before("<b:ID>INV-1", "<a:X>".repeat(100) + "</a:X>".repeat(100));
        assertThat(refusal(deep.file()).message()).contains("levels of nested elements");
        var wide = new UblPage().before("<b:ID>INV-1", "<b:Note/>".repeat(500_001));
        assertThat(refusal(wide.file()).message()).contains("more than 500000 elements");
        var text = new UblPage().with("INV-1", "x".repeat(100_001));
        assertThat(refusal(text.file()).message()).contains("more than 100000 characters in one field");
        var attribute = new UblPage().before("<b:ID>INV-1", "<b:Note languageID='" + "x".repeat(10 << 20) + "'/>");
        assertThat(Reading.understood(Reading.documents(attribute.file()).getFirst())
                        .number())
                .as("ignored, and never kept")
                .isEqualTo("INV-1");
    }

    @Test
    void linesAreBounded() {
        String line = new UblPage().text().replaceAll("(?s).*(<a:InvoiceLine>.*</a:InvoiceLine>).*", "$1");
        var limits = new ReadLimits(1, 1, 1, 3, XmlLimits.DOCUMENT);
        var page = new UblPage().before("<a:InvoiceLine>", line.repeat(3));
        assertThat(refusal(page.file(), limits).message()).contains("more than 3 lines in one document");
    }

    /** 75. */
    @Test
    void onlyUtf8IsRead() {
        String text = new UblPage().with("Jane Roe", "J\u00FCrgen").text();
        for (byte[] bytes : new byte[][] {
            text.getBytes(ISO_8859_1),
            text.getBytes(UTF_16),
            text.getBytes(UTF_16LE),
            text.replace("UTF-8", "UTF-7").getBytes(UTF_8),
            text.replace("UTF-8", "windows-1252").getBytes(UTF_8)
        }) {
            assertThat(refusal(DeliveredFile.of("a.xml", bytes)).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        }
        assertThat(Reading.understood(Reading.documents(file("a.xml", "\uFEFF" + text))
                                .getFirst())
                        .contractorName())
                .isEqualTo("J\u00FCrgen");
    }

    /** 76. */
    @Test
    void charactersThatCannotBeInXmlAreRefused() {
        for (String bad : new String[] {"\u0000", "\u0001", "&#0;", "&#xD800;", "\uFFFE"}) {
            assertThat(refusal(new UblPage().with("INV-1", bad).file()).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        }
    }

    /** 77. */
    @Test
    void anAmountThatStandsTwiceIsRefused() {
        String amount = new UblPage().text().replaceAll("(?s).*(<b:PayableAmount.*</b:PayableAmount>).*", "$1");
        var twice = new UblPage().before("<b:PayableAmount", amount.replaceAll(">[0-9.]+<", ">1.00<"));
        assertThat(Reading.refused(Reading.documents(twice.file()).getFirst()).findings())
                .isNotEmpty();
    }

    /** 78: no signature is checked, so none makes anything of what it wraps. */
    @Test
    void whatASignatureWrapsIsNotTheInvoice() {
        String inside = new UblPage()
                .text()
                .replaceFirst("(?s)^.*?<Invoice", "<Invoice")
                .replace("INV-1", "INV-66");
        String signature = "<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'><s:Object>" + inside
                + "</s:Object></s:Signature>";
        assertThat(refusal(file("a.xml", signature)).code()).isEqualTo(FindingCode.FILE_FORMAT_UNKNOWN);
        var wrapped = new UblPage()
                .before(
                        "<b:ID>INV-1",
                        "<e:UBLExtensions xmlns:e='urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2'>"
                                + signature + "</e:UBLExtensions>");
        var documents = Reading.documents(wrapped.file());
        assertThat(documents).hasSize(1);
        assertThat(Reading.understood(documents.getFirst()).number()).isEqualTo("INV-1");
    }

    /** 77, and files that were cut off on the way: every prefix is refused, none is read as an invoice. */
    @Test
    void everyPrefixOfAnInvoiceIsRefusedAsAWhole() {
        byte[] whole = new UblPage().text().strip().getBytes(UTF_8);
        IntStream.range(0, whole.length)
                .filter(length -> length % 13 == 0 || length > whole.length - 40)
                .forEach(length -> {
                    var cutOff = DeliveredFile.of("a.xml", Arrays.copyOf(whole, length));
                    assertThat(refusal(cutOff).code())
                            .as("%d bytes", length)
                            .isIn(FindingCode.FILE_UNREADABLE, FindingCode.FILE_FORMAT_UNKNOWN);
                });
        assertThat(refusal(file("a.xml", new UblPage().text() + "<Invoice/>")).code())
                .isEqualTo(FindingCode.FILE_UNREADABLE);
    }
}
