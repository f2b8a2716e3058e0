package io.quittance.invoice.xlsx;

import static io.quittance.invoice.file.Reading.refusals;
import static io.quittance.invoice.xlsx.RawBook.texts;
import static io.quittance.invoice.xlsx.XlsxInvoicesTest.good;
import static io.quittance.invoice.xlsx.XlsxInvoicesTest.open;
import static io.quittance.invoice.xlsx.XlsxInvoicesTest.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.quittance.finding.Finding;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** security.md 6, numbers 55 to 68. */
class XlsxHostileTest {

    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

    @Test
    void aBombIsStoppedWhileItInflates() {
        var book = new RawBook().sheet("", good(), "<!--" + " ".repeat(120 << 20) + "-->");
        Finding finding = refused(book);
        assertThat(finding.code().id()).isEqualTo("Q103");
        assertThat(finding.message()).contains("Zip bomb");
    }

    @Test
    void aBombOfSharedTextsIsStopped() {
        var many = new StringBuilder();
        Random random = new Random(1);
        String text = random.ints(30_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (int i = 0; i < 1_800; i++) {
            many.append("<si><t>").append(i).append(text).append("</t></si>");
        }
        Finding finding = refused(new RawBook().sharedStrings(many.toString()).sheet("", good(), ""));
        assertThat(finding.code().id()).isEqualTo("Q103");
        assertThat(finding.message()).containsAnyOf("shared texts", "Zip bomb");
    }

    @Test
    void moreThanAThousandPartsAreRefused() {
        var book = new RawBook().sheet("", good(), "");
        for (int i = 0; i < 1_100; i++) {
            book.part("x/" + i + ".xml", "");
        }
        assertThat(refused(book).code().id()).isIn("Q101", "Q103");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "[Content_Types].xml",
                "xl/_rels/workbook.xml.rels"
            })
    void aDoctypeInAnyPartIsRefused(String part) {
        var book = new RawBook().sheet("", good(), "");
        String root = part.contains("sheet1")
                ? RawBook.worksheet("", good(), "").substring("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".length())
                : "<x>&e;</x>";
        Finding finding = refused(book.part(part, DOCTYPE + root));
        assertThat(finding.code().id()).isEqualTo("Q101");
        assertThat(finding.toString()).doesNotContain("root:").doesNotContain("/tmp/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-excel.template.macroEnabled.main+xml"
            })
    void macrosAreRefusedWhateverTheNameSays(String type) {
        var book = new RawBook().sheet("", good(), "");
        String types = new String(book.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(types).as("a ZIP").startsWith("PK");
        book.part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%s"/>
                </Types>""".formatted(type));
        Finding finding = refused(book);
        assertThat(finding.code().id()).isEqualTo("Q102");
        assertThat(finding.message()).isEqualTo("the workbook holds macros; it is not taken in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'/><row r='2'/>",
                "<row r='3'/><row r='2'/>",
                "<row r='2'><c r='B2'/><c r='A2'/></row>",
                "<row r='2'><c r='B2'/><c r='B2'/></row>",
                "<row r='99999999'/>",
                "<row r='2'><c r='1'/></row>",
                "<row r='2'><c",
                "<row r='2'><c><v>&undefined;</v></c></row>"
            })
    void rowsAndCellsOutOfOrderAreRefused(String rows) {
        assertThat(refused(new RawBook().sheet("", texts(1, "Number", "Date", "Supplier") + rows, ""))
                        .code()
                        .id())
                .isEqualTo("Q101");
    }

    @Test
    void aTextWithoutEndIsRefused() {
        String cell = "<row r='2'><c r='A2' t='inlineStr'><is><t>" + "x".repeat(70_000) + "</t></is></c></row>";
        assertThat(refused(new RawBook().sheet("", texts(1, "Number", "Date", "Supplier") + cell, ""))
                        .code()
                        .id())
                .isEqualTo("Q103");
    }

    @Test
    void amillionEmptyCellsCostLittle() {
        var rows = new StringBuilder(good());
        for (int row = 3; row < 20_003; row++) {
            rows.append("<row r='")
                    .append(row)
                    .append("'>")
                    .append("<c/>".repeat(50))
                    .append("</row>");
        }
        assertThat(read(new RawBook().sheet("", rows.toString(), "").file())).hasSize(1);
    }

    @Test
    void otherZipsAndCutOffOnesAreRefused() {
        byte[] good = new RawBook().sheet("", good(), "").bytes();
        for (int length : new int[] {4, 100, good.length / 2, good.length - 10}) {
            var cut = DeliveredFile.of("cut.xlsx", java.util.Arrays.copyOf(good, length));
            assertThat(refusals(open(cut)).all().getFirst().code().id()).isIn("Q101", "Q103");
        }
    }

    /** 60: a name of a sheet is shown, never used. */
    @Test
    void aSheetMayBeCalledAnything() {
        var book = new RawBook()
                .workbook("", "<sheet name=\"'; [x]:*?/\\ =1+1\" sheetId='1' r:id='r1'/>")
                .sheet("", good(), "");
        assertThat(read(book.file())).hasSize(1);
    }

    /** 66: one program would read the first, another the last. */
    @Test
    void twoPartsOfOneNameAreRefused() {
        var book = new RawBook().sheet("", good(), "").part("xl/worksheets/sheet3.xml", "<worksheet/>");
        String zip = new String(book.bytes(), ISO_8859_1).replace("sheet3.xml", "sheet1.xml");
        var twice = DeliveredFile.of("x.xlsx", zip.getBytes(ISO_8859_1));
        assertThat(refusals(open(twice)).all().getFirst().message()).contains("two parts have the same name");
    }

    /** 86: what a part is called leads nowhere. */
    @Test
    void aPartThatClimbsOutIsNotWritten() throws IOException {
        var book = new RawBook().sheet("", good(), "").part("../../../../tmp/quittance-escaped.xml", "<x/>");
        assertThat(open(book.file())).isNotNull();
        assertThat(Path.of("/tmp/quittance-escaped.xml")).doesNotExist();
    }

    /** einvoice.md 5.2: cheap in the file, dear in a loop over all cells. */
    @Test
    @Timeout(10)
    void aCellInTheLastCornerCostsNothing() {
        String last = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>";
        var document = read(new RawBook().sheet("", good() + last, "").file());
        assertThat(document).isNotEmpty();
    }

    /** Found by fuzzing: POI needed minutes for the properties, or all of its stack. */
    @ParameterizedTest
    @ValueSource(ints = {200, 20_000, 300_000})
    @Timeout(20)
    void propertiesThatAreDeeplyNestedAreRefused(int depth) {
        var book = new RawBook().sheet("", good(), "").withProperties("<a>".repeat(depth) + "</a>".repeat(depth));
        assertThat(refused(book).code().id()).isEqualTo("Q103");
    }

    @Test
    void propertiesUnderAnotherNameAreFoundToo() {
        var sneaky = new RawBook().sheet("", good(), "");
        String types = sneaky.text("[Content_Types].xml");
        sneaky.part("[Content_Types].xml", types.replace("</Types>", """
                <Override PartName="/xl/worksheets/sheet9.xml"
                 ContentType="application/vnd.openxmlformats-package.Core-properties+xml"/></Types>"""));
        sneaky.part("xl/worksheets/sheet9.xml", "<a>".repeat(9) + "</a>".repeat(9));
        assertThat(refused(sneaky).code().id()).isEqualTo("Q103");
        sneaky.part("[Content_Types].xml", types.replace("</Types>", """
                <Default Extension="xml2" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""));
        assertThat(refused(sneaky).code().id()).isEqualTo("Q101");
    }

    /** Found by fuzzing: what POI says quotes the file. */
    @Test
    void aReasonHoldsNothingThatATerminalObeys() {
        var book = new RawBook()
                .sheet("", good(), "")
                .withProperties(
                        "<dcterms:created xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:type=\"dcterms:W3CDTF\">\u0085x\u009B31m</dcterms:created>");
        Finding finding = refused(book);
        assertThat(finding.message()).contains("31m").doesNotContainPattern("\\p{Cc}");
    }

    /** Bytes changed: a document, a refusal, never an exception. */
    @Test
    void noByteMakesItFall() {
        byte[] good = new RawBook().sheet("", good(), "").bytes();
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] changed = good.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt(256);
            }
            assertThatNoException().isThrownBy(() -> {
                if (open(DeliveredFile.of("x.xlsx", changed)) instanceof InvoiceFile.Readable readable) {
                    try (var documents = readable.documents()) {
                        documents.forEachRemaining(document -> {});
                    }
                }
            });
        }
    }

    @Test
    void nothingIsLeftOnTheDisk() throws IOException {
        Set<Path> before = temporary();
        read(new RawBook().sheet("", good(), "").file());
        refused(new RawBook().sheet("", texts(1, "Nothing"), ""));
        refused(new RawBook().part("xl/workbook.xml", "<x"));
        assertThat(temporary()).as("others may take theirs away meanwhile").isSubsetOf(before);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("quittance-.*\\.xlsx"))
                    .collect(Collectors.toSet());
        }
    }

    private static Finding refused(RawBook book) {
        return refusals(open(book.file())).all().getFirst();
    }
}
