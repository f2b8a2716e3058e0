package io.quittance.report.xlsx;

import io.quittance.report.SheetPlan;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The names that formulas use: one per column of lines, and those of single cells. */
final class Names {

    private final SXSSFWorkbook file;

    Names(SXSSFWorkbook file) {
        this.file = file;
    }

    /** Names one cell, absolutely: a relative reference would mean another cell wherever the name is used. */
    void cell(String name, Cell cell) {
        define(
                name,
                cell.getSheet().getSheetName(),
                new CellReference(cell.getRowIndex(), cell.getColumnIndex(), true, true).formatAsString());
    }

    /** Names every column of a sheet: its lines, or the empty row where they would begin. */
    void columns(SheetPlan plan, int lines) {
        int last = plan.firstRow() + Math.max(lines, 1) - 1;
        for (int column = 0; column < plan.columns().size(); column++) {
            String letters = "$" + CellReference.convertNumToColString(column) + "$";
            String range = letters + plan.firstRow() + ":" + letters + last;
            define(plan.range(plan.columns().get(column).key()), plan.name(), range);
        }
    }

    private void define(String name, String sheet, String range) {
        Name defined = file.createName();
        defined.setNameName(name);
        defined.setRefersToFormula("'" + sheet + "'!" + range);
    }
}
