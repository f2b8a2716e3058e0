package io.quittance.invoice.xlsx;

import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusals;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static io.quittance.invoice.xlsx.RawBook.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.TestProfiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxInvoicesTest {

    private static final Profiles PROFILES = Profiles.of(List.of(TestProfiles.points(TaxMode.EXCLUSIVE)));
    private static final String HEADER = texts(1, "Number", "Date", "Supplier", "Net", "Tax", "Text");

    @Test
    void readsWhatAnotherProgramWrote() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Bills");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            String[] headings = {"Number", "Date", "Supplier", "Net", "Tax", "Text"};
            var head = sheet.createRow(0);
            var row = sheet.createRow(1);
            for (int i = 0; i < headings.length; i++) {
                head.createCell(i).setCellValue(headings[i]);
            }
            row.createCell(0).setCellValue(12);
            row.createCell(1).setCellValue(LocalDate.of(2026, 2, 15));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue("C1");
            row.createCell(3).setCellValue(1234.5);
            row.createCell(4).setCellValue("full");
            row.createCell(5).setCellValue("Müller & Söhne\r\nzwei");
            book.write(bytes);
        }
        var open = readable(open(DeliveredFile.of("bills.xlsx", bytes.toByteArray())));
        assertThat(open.warnings()).isEmpty();
        var document = (ReadDocument.Understood) open.documents().next();
        Invoice invoice = document.invoice();
        assertThat(invoice.number()).as("12 and not 12.0").isEqualTo("12");
        assertThat(invoice.issueDate()).hasToString("2026-02-15");
        assertThat(invoice.totals().net()).hasToString("EUR 1234.50");
        assertThat(invoice.totals().vat()).hasToString("EUR 246.90");
        assertThat(invoice.lines().getFirst().description()).isEqualTo("Müller & Söhne zwei");
        assertThat(invoice.lines().getFirst().line()).isEqualTo(2);
        assertThat(document.stated().syntax()).isEqualTo("XLSX");
        assertThat(document.warnings()).isEmpty();
        open.documents().close();
    }

    /** Cells A to F; the net amount stands in D2. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the cell D2                                              | net     | warning
            <c r='D2'><v>100</v></c>                                   | 100.00  |
            <c r='D2' s='3'><v>200.00000000000003</v></c>              | 200.00  | the workbook stores 200.00000000000003, which was read as 200
            <c r='D2'><v>0.30000000000000004</v></c>                   | 0.30    | the workbook stores 0.30000000000000004, which was read as 0.3
            <c r='D2'><v>1.5E3</v></c>                                 | 1500.00 |
            <c r='D2' t='inlineStr'><is><t>1,234.50</t></is></c>       | 1234.50 |
            <c r='D2' t='str'><v>99.50 EUR</v></c>                     | 99.50   |
            <c r='D2' t='inlineStr'><is><r><t>10</t></r><r><t>0</t></r></is></c> | 100.00 |
            """)
    void readsNumbers(String cell, String net, String warning) {
        var document = only(row("7", "<c r='B2' s='1'><v>46068</v></c>", cell));
        assertThat(understood(document).totals().net()).hasToString("EUR " + net);
        assertThat(((ReadDocument.Understood) document).warnings().all())
                .extracting(Finding::message)
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # cells B2 and D2                                                                       | code | at
            <c r='B2' s='1'><v>46068</v></c> ~ <c r='D2'><f>A1+1</f><v>12</v></c>                   | Q116 | D2 Net
            <c r='B2' s='1'><v>46068</v></c> ~ <c r='D2' t='e'><v>#N/A</v></c>                      | Q109 | D2 Net
            <c r='B2' s='1'><v>46068</v></c> ~ <c r='D2'><v>1.005</v></c>                           | Q110 | D2 Net
            <c r='B2' s='1'><v>46068</v></c> ~ <c r='D2'><v>1E308</v></c>                           | Q109 | D2 Net
            <c r='B2' s='1'><v>46068</v></c> ~ <c r='D2'><v>NaN</v></c>                             | Q109 | D2 Net
            <c r='B2' s='1'><v>46068</v></c> ~ <c r='D2' t='s'><v>99</v></c>                        | Q108 | D2 Net
            <c r='B2'><v>46068</v></c>       ~ <c r='D2'><v>1</v></c>                               | Q111 | B2 Date
            <c r='B2' s='1'><v>46068.5</v></c> ~ <c r='D2'><v>1</v></c>                             | Q111 | B2 Date
            <c r='B2' s='1'><v>60</v></c>    ~ <c r='D2'><v>1</v></c>                               | Q111 | B2 Date
            <c r='B2' t='inlineStr'><is><t>15.02.2026</t></is></c> ~ <c r='D2'><v>1</v></c>         | Q111 | B2 Date
            """)
    void refusesCellsAndNamesThem(String cells, String code, String at) {
        String[] both = cells.split(" ~ ");
        Findings findings = refused(only(row("7", both[0].strip(), both[1]))).findings();
        Finding first = findings.all().getFirst();
        assertThat(first.code().id()).as(findings.toString()).isEqualTo(code);
        assertThat(first.place().field()).isEqualTo(at);
        assertThat(first.place().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "46068, 2026-02-15"})
    void daysCountFrom1900(String number, String day) {
        assertThat(understood(only(row("7", "<c r='B2' s='2'><v>" + number + "</v></c>", "<c r='D2'><v>1</v></c>")))
                        .issueDate())
                .hasToString(day);
    }

    @Test
    void daysMayCountFrom1904() {
        var book = new RawBook().workbook("<workbookPr date1904='1'/>", "<sheet name='B' sheetId='1' r:id='r1'/>");
        book.sheet("", HEADER + row2("7", "<c r='B2' s='1'><v>44606</v></c>", "<c r='D2'><v>1</v></c>"), "");
        assertThat(understood(read(book.file()).getFirst()).issueDate()).hasToString("2026-02-15");
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.0, 12", "1.2E1, 12", "123456789012345, 123456789012345"})
    void numbersThatNameAreWhole(String stored, String number) {
        String a2 = "<c r='A2'><v>" + stored + "</v></c>";
        assertThat(understood(only(HEADER + "<row r='2'>" + a2 + "<c r='B2' s='1'><v>46068</v></c>"
                                + rest("<c r='D2'><v>1</v></c>") + "</row>"))
                        .number())
                .isEqualTo(number);
    }

    @Test
    void aNumberOfMoreThanFifteenDigitsHasLostSome() {
        String a2 = "<c r='A2'><v>1.2345678901234567E17</v></c>";
        Findings findings = refused(only(HEADER + "<row r='2'>" + a2 + "<c r='B2' s='1'><v>46068</v></c>"
                        + rest("<c r='D2'><v>1</v></c>") + "</row>"))
                .findings();
        assertThat(findings.all().getFirst().message()).startsWith("the spreadsheet keeps fifteen digits");
    }

    // What is hidden

    @Test
    void hiddenColumnsAreReadAndListed() {
        var book = new RawBook().sheet("<cols><col min='4' max='5' hidden='1'/></cols>", good(), "");
        var open = readable(open(book.file()));
        assertThat(open.warnings().all())
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "the column D1 'Net' is hidden; it was read", "the column E1 'Tax' is hidden; it was read");
    }

    @Test
    void aHiddenRowRefusesItsDocumentAndIsListed() {
        String rows = good()
                + row2("8", "<c r='B2' s='1'><v>46068</v></c>", "<c r='D2'><v>1</v></c>")
                        .replace("r='2'", "r='3' hidden='1'")
                        .replace("2' ", "3' ")
                        .replace("A2", "A3");
        var book = new RawBook().sheet("", rows.replace("'B2'", "'B2'"), "");
        var open = readable(open(book.file()));
        assertThat(open.warnings().all())
                .extracting(Finding::message)
                .containsExactly("rows are hidden in the sheet 'Bills': 3");
        List<ReadDocument> documents = read(book.file());
        assertThat(documents).hasSize(2);
        assertThat(understood(documents.get(0)).number()).isEqualTo("7");
        assertThat(codes(refused(documents.get(1)).findings())).contains("Q116");
    }

    @Test
    void otherSheetsAreListedAndAHiddenSheetOfInvoicesIsRefused() {
        String sheets =
                "<sheet name='Bills' sheetId='1' r:id='r1'/><sheet name='Old' sheetId='2' state='veryHidden' r:id='r2'/>";
        var beside = new RawBook().workbook("", sheets).sheet("", good(), "").secondSheet(good());
        assertThat(readable(open(beside.file())).warnings().all())
                .extracting(Finding::message)
                .containsExactly("the sheet 'Old' is hidden and was not read");
        var alone = new RawBook()
                .workbook("", sheets)
                .sheet("", texts(1, "Notes"), "")
                .secondSheet(good());
        Finding finding = refusals(open(alone.file())).all().getFirst();
        assertThat(finding.severity()).isEqualTo(Severity.REJECT);
        assertThat(finding.message()).isEqualTo("the sheet 'Old' with the columns of the profile points is hidden");
    }

    @Test
    void twoSheetsOfInvoicesAreOneTooMany() {
        String sheets = "<sheet name='A' sheetId='1' r:id='r1'/><sheet name='B' sheetId='2' r:id='r2'/>";
        var book = new RawBook().workbook("", sheets).sheet("", good(), "").secondSheet(good());
        assertThat(refusals(open(book.file())).all().getFirst().message())
                .isEqualTo("several sheets have the columns of the profile points: leave one of them in the file");
    }

    @Test
    void mergedCellsAreRefusedWhereInvoicesStand() {
        var book = new RawBook().sheet("", good(), "<mergeCells><mergeCell ref='C2:C3'/></mergeCells>");
        Finding finding = refused(read(book.file()).getFirst()).findings().all().getFirst();
        assertThat(finding.message()).isEqualTo("the cell is a part of the merged cells C2:C3");
        assertThat(finding.place().field()).isEqualTo("C2 Supplier");
        var above = new RawBook().sheet("", good(), "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>");
        assertThat(understood(read(above.file()).getFirst()).number()).isEqualTo("7");
    }

    @Test
    void aStrayCellIsToldAndCostsNothing() {
        var book = new RawBook().sheet("", good() + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", "");
        var open = readable(open(book.file()));
        assertThat(open.warnings().all())
                .extracting(Finding::message)
                .containsExactly("cells without a heading hold something that was not read: XFD1048576");
        assertThat(read(book.file())).hasSize(1);
    }

    @Test
    void linksToOtherFilesAreToldAndNotFollowed() {
        var book = new RawBook().sheet("", good(), "");
        book.part("xl/externalLinks/externalLink1.xml", "<externalLink/>");
        assertThat(readable(open(book.file())).warnings().all())
                .extracting(Finding::message)
                .containsExactly("the workbook refers to other files; nothing of them was read");
    }

    @Test
    void textsAreSharedAndMayHaveEscapes() {
        var book = new RawBook()
                .sharedStrings("<si><t>C_x0031_</t></si><si><r><t>fu</t></r><r><t>ll</t></r><rPh><t>no</t></rPh></si>");
        String cells = "<row r='2'><c r='A2'><v>7</v></c><c r='B2' s='1'><v>46068</v></c><c r='C2' t='s'><v>0</v></c>"
                + "<c r='D2'><v>1</v></c><c r='E2' t='s'><v>1</v></c></row>";
        Invoice invoice =
                understood(read(book.sheet("", HEADER + cells, "").file()).getFirst());
        assertThat(invoice.contractor()).isEqualTo("C1");
        assertThat(invoice.totals().vat()).hasToString("EUR 0.20");
    }

    @Test
    void theOriginalReadsBackAsTheSameDocument() {
        String second = row2("8", "<c r='B3' s='1'><v>46068</v></c>", "<c r='D3'><v>200.00000000000003</v></c>")
                .replace("r='2'", "r='3'")
                .replace("A2", "A3")
                .replace("C2", "C3")
                .replace("E2", "E3");
        var file = new RawBook().sheet("", good() + second, "").file();
        byte[] original = original(file, 2);
        assertThat(original).as("the same bytes every time").isEqualTo(original(file, 2));
        var again = understood(read(DeliveredFile.of("again.xlsx", original)).getFirst());
        assertThat(again.number()).isEqualTo("8");
        assertThat(again.totals().net()).hasToString("EUR 200.00");
    }

    @Test
    void aFormulaIsGivenBackAsTextAndRefusedAgain() {
        var file = new RawBook()
                .sheet("", row("7", "<c r='B2' s='1'><v>46068</v></c>", "<c r='D2'><f>1+1</f><v>2</v></c>"), "")
                .file();
        var again =
                refused(read(DeliveredFile.of("again.xlsx", original(file, 1))).getFirst());
        assertThat(again.findings().all().getFirst().message()).isEqualTo("'=1+1' is no number");
    }

    static String row(String number, String date, String net) {
        return HEADER + row2(number, date, net);
    }

    private static String row2(String number, String date, String net) {
        return "<row r='2'><c r='A2' t='inlineStr'><is><t>" + number + "</t></is></c>" + date + rest(net) + "</row>";
    }

    private static String rest(String net) {
        return "<c r='C2' t='inlineStr'><is><t>C1</t></is></c>" + net
                + "<c r='E2' t='inlineStr'><is><t>none</t></is></c>";
    }

    static String good() {
        return row("7", "<c r='B2' s='1'><v>46068</v></c>", "<c r='D2'><v>1</v></c>");
    }

    private static ReadDocument only(String rows) {
        List<ReadDocument> documents = read(new RawBook().sheet("", rows, "").file());
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }

    static InvoiceFile open(DeliveredFile file) {
        return InvoiceFiles.open(file, ReadLimits.DEFAULT, PROFILES);
    }

    static List<ReadDocument> read(DeliveredFile file) {
        try (var reader = readable(open(file)).documents()) {
            var documents = new ArrayList<ReadDocument>();
            reader.forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] original(DeliveredFile file, int position) {
        try (var reader = readable(open(file)).documents()) {
            reader.skip(position - 1);
            var out = new ByteArrayOutputStream();
            reader.original().writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(Findings findings) {
        return findings.stream().map(finding -> finding.code().id()).toList();
    }
}
