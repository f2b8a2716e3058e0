package io.quittance.report.xlsx;

import java.io.IOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;

/**
 * POI's streamed workbook with texts inline. Mends one fault of POI 5.5.1: after a formula that comes to true or false it
 * writes a stray {@code >} between {@code </f>} and {@code <v>}, which no schema allows and a strict reader repairs.
 */
final class StreamedFile extends SXSSFWorkbook {

    StreamedFile(int rowsHeld) {
        super(null, rowsHeld, false, false);
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        return new CellsWithTruth();
    }

    private static final class CellsWithTruth extends SheetDataWriter {

        CellsWithTruth() throws IOException {
            super();
        }

        @Override
        public void writeCell(int column, Cell cell) throws IOException {
            if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.BOOLEAN) {
                writeTruth(column, cell);
            } else {
                super.writeCell(column, cell);
            }
        }

        private void writeTruth(int column, Cell cell) throws IOException {
            _out.write("<c r=\"" + CellReference.convertNumToColString(column) + (cell.getRowIndex() + 1) + "\" s=\""
                    + cell.getCellStyle().getIndex() + "\" t=\"b\"><f>");
            outputEscapedString(cell.getCellFormula());
            _out.write("</f><v>" + (cell.getBooleanCellValue() ? 1 : 0) + "</v></c>");
        }
    }
}
