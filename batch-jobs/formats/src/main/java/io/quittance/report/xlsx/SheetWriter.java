package io.quittance.report.xlsx;

import io.quittance.report.Cell;
import io.quittance.report.Column;
import io.quittance.report.Column.Kind;
import io.quittance.report.Row;
import io.quittance.report.Row.Role;
import io.quittance.report.Sheet;
import io.quittance.report.SheetPlan;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Writes one sheet from top to bottom, keeping nothing but the widths of its columns. */
final class SheetWriter {

    private final Sheet sheet;
    private final SheetPlan plan;
    private final SXSSFSheet target;
    private final Styles styles;
    private final CellWriter cells;
    private final int[] widths;
    private final List<CellRangeAddress> truths = new ArrayList<>();
    private int limit;
    private int next;
    private int lines;

    SheetWriter(Sheet sheet, SXSSFSheet target, Styles styles, CellWriter cells) {
        this.sheet = sheet;
        this.plan = sheet.plan();
        this.target = target;
        this.styles = styles;
        this.cells = cells;
        this.widths = new int[plan.columns().size()];
    }

    /** Writes everything; answers how many lines there were. */
    int write(PageSetup page, int rowLimit) {
        limit = rowLimit;
        sheet.above().each(row -> row(row, false));
        if (plan.headerRow() > 0) {
            header();
        }
        sheet.lines().each(row -> row(row, lines++ % 2 == 1));
        int last = next;
        next = Math.max(next, plan.totalsRow(lines) - 1);
        int beforeTotals = next;
        sheet.totals().each(row -> row(row, false));
        last = next > beforeTotals ? next : last;
        Widths.apply(target, plan, widths);
        page.apply(target, sheet, lines, last);
        Highlights.apply(target, plan, lines, truths);
        return lines;
    }

    private void header() {
        next = plan.headerRow() - 1;
        SXSSFRow row = target.createRow(next++);
        row.setHeightInPoints(30);
        for (int i = 0; i < widths.length; i++) {
            Column column = plan.columns().get(i);
            SXSSFCell cell = row.createCell(i);
            cell.setCellValue(column.title());
            cell.setCellStyle(styles.header(column.kind().isNumeric()));
        }
    }

    private void row(Row row, boolean banded) {
        if (next >= limit) {
            throw new IllegalStateException("Sheet " + plan.name() + " needs more than " + limit
                    + " rows; draw up a workbook per entity or run, or list these records as CSV instead");
        }
        SXSSFRow line = target.createRow(next++);
        float height = row.role() == Role.TITLE ? 27 : Widths.height(plan, row);
        if (height > 0) {
            line.setHeightInPoints(height);
        }
        for (int i = 0; i < row.cells().size(); i++) {
            cell(line.createCell(i), row.cells().get(i), row.role(), banded);
        }
    }

    private void cell(SXSSFCell place, Cell cell, Role role, boolean banded) {
        int column = place.getColumnIndex();
        Kind kind = plan.columns().get(column).kind();
        int width = cells.write(place, cell, kind, role, banded);
        if (role == Role.LINE || role == Role.TOTAL) {
            widths[column] = Math.max(widths[column], width);
        }
        if (cell.content() instanceof Cell.Truth) {
            truths.add(new CellRangeAddress(place.getRowIndex(), place.getRowIndex(), column, column));
        }
    }
}
