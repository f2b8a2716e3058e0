package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Our workbook beside LibreOffice's: cell by cell, what we computed against what it computes. */
final class Recalculation {

    /** Half of the smallest minor unit in the sample books, 0.001 KWD. */
    private static final double HALF_A_MINOR_UNIT = 0.0005;

    private Recalculation() {}

    static XSSFWorkbook open(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** The one cell. */
    static boolean allOk(XSSFWorkbook file) {
        return file.getSheet("Checks").getRow(0).getCell(2).getBooleanCellValue();
    }

    /** Compares every cell; answers how many there were. */
    static int compare(XSSFWorkbook ours, XSSFWorkbook theirs) {
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
