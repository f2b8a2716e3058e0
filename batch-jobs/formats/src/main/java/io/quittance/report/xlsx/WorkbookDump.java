package io.quittance.report.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as text, one cell a line: {@code Checks!F4 formula SUM(Invoices_Net) = 12.5 as 12.50}. What golden tests
 * compare and people diff. Reads the whole file into memory.
 */
public final class WorkbookDump {

    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    private WorkbookDump() {}

    /** Every cell that holds something, sheet by sheet, row by row. */
    public static List<String> of(InputStream xlsx) throws IOException {
        var dump = new WorkbookDump();
        List<String> lines = new ArrayList<>();
        try (var file = new XSSFWorkbook(xlsx)) {
            for (Sheet sheet : file) {
                for (Row row : sheet) {
                    row.forEach(cell -> dump.add(lines, cell));
                }
            }
        }
        return lines;
    }

    private void add(List<String> lines, Cell cell) {
        if (cell.getCellType() == CellType.BLANK) {
            return;
        }
        String place = cell.getSheet().getSheetName() + "!" + new CellReference(cell).formatAsString(false);
        String formula = cell.getCellType() == CellType.FORMULA ? " formula " + cell.getCellFormula() + " =" : "";
        lines.add(place + formula + " " + value(cell));
    }

    private String value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case BOOLEAN -> "truth " + cell.getBooleanCellValue();
            case ERROR -> "error " + cell.getErrorCellValue();
            case STRING -> "text " + cell.getStringCellValue();
            case FORMULA, BLANK, _NONE -> "nothing";
        };
    }

    private String number(Cell cell) {
        double number = cell.getNumericCellValue();
        String shown = formatter.formatRawCellContents(
                number, cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
        return "number " + NumberToTextConverter.toText(number) + " as " + shown.strip();
    }
}
