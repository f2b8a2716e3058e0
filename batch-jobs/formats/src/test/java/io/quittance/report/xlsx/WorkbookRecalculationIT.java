package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice calculates the whole workbook anew: nothing may change by a minor unit, and a wrong amount must show. */
class WorkbookRecalculationIT {

    /** Half of the smallest minor unit in the sample books, 0.001 KWD. */
    private static final double HALF_A_MINOR_UNIT = 0.0005;

    @TempDir
    Path folder;

    @BeforeAll
    static void libreOfficeIsThere() {
        assumeTrue(
                LibreOffice.isInstalled(),
                "skipped: no soffice on the PATH (Debian: apt-get install libreoffice-calc-nogui)");
    }

    @Test
    void recalculationChangesNothing() throws Exception {
        Path written = Files.write(
                folder.resolve("books.xlsx"), Written.of(SampleBooks.of(3)).bytes());
        try (var ours = open(written);
                var theirs = open(new LibreOffice(folder).recalculated(written))) {
            assertThat(allOk(theirs)).isTrue();
            assertThat(compare(ours, theirs)).isGreaterThan(3_000);
        }
    }

    @Test
    void aChangedAmountFailsItsTies() throws Exception {
        Path written = folder.resolve("changed.xlsx");
        try (var file = Written.of(SampleBooks.of(1)).open();
                var out = Files.newOutputStream(written)) {
            file.getSheet("Payments").getRow(1).getCell(6).setCellValue(4000.01);
            file.write(out);
        }
        try (var theirs = open(new LibreOffice(folder).recalculated(written))) {
            assertThat(allOk(theirs)).isFalse();
            assertThat(theirs.getSheet("Checks"))
                    .filteredOn(row -> row.getRowNum() > 2)
                    .filteredOn(row -> row.getCell(1).getStringCellValue().equals("FAIL"))
                    .extracting(row -> row.getCell(0).getStringCellValue())
                    .containsExactly("T03", "T04", "T10");
        }
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static boolean allOk(XSSFWorkbook file) {
        return file.getSheet("Checks").getRow(0).getCell(2).getBooleanCellValue();
    }

    /** Compares every cell; answers how many there were. */
    private static int compare(XSSFWorkbook ours, XSSFWorkbook theirs) {
        int compared = 0;
        for (var sheet : ours) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    compared += same(cell, theirs.getSheet(sheet.getSheetName()).getRow(row.getRowNum()));
                }
            }
        }
        return compared;
    }

    private static int same(Cell cell, Row theirRow) {
        CellType type = type(cell);
        if (type == CellType.BLANK) {
            return 0;
        }
        String place = cell.getSheet().getSheetName() + "!" + new CellReference(cell).formatAsString(false);
        Cell their = theirRow.getCell(cell.getColumnIndex());
        if (type != CellType.BOOLEAN) { // LibreOffice saves truth under a format of its own as 1 or 0
            assertThat(type(their)).as(place).isEqualTo(type);
        }
        assertThat(their.getCellType() == CellType.FORMULA).as(place).isEqualTo(cell.getCellType() == CellType.FORMULA);
        switch (type) {
            case NUMERIC ->
                assertThat(their.getNumericCellValue())
                        .as(place)
                        .isCloseTo(cell.getNumericCellValue(), within(HALF_A_MINOR_UNIT));
            case BOOLEAN -> assertThat(their.getBooleanCellValue()).as(place).isEqualTo(cell.getBooleanCellValue());
            default -> assertThat(their.getStringCellValue()).as(place).isEqualTo(cell.getStringCellValue());
        }
        return 1;
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }
}
