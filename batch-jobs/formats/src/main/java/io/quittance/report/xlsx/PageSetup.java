package io.quittance.report.xlsx;

import io.quittance.report.Column.Kind;
import io.quittance.report.Sheet;
import io.quittance.report.SheetPlan;
import io.quittance.report.Workbook.Heading;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** What surrounds the cells of a sheet: what stays in sight, what is printed, what is locked. */
final class PageSetup {

    private static final int DIGEST_SHOWN = 16;

    private final SXSSFWorkbook file;
    private final Heading heading;

    PageSetup(SXSSFWorkbook file, Heading heading) {
        this.file = file;
        this.heading = heading;
    }

    void apply(SXSSFSheet target, Sheet sheet, int lines, int lastRow) {
        view(target, sheet, lines);
        print(target, sheet.plan(), lastRow);
        lock(target);
    }

    private static void view(SXSSFSheet target, Sheet sheet, int lines) {
        SheetPlan plan = sheet.plan();
        target.setDisplayGridlines(false);
        if (sheet.derived()) {
            target.setTabColor(Styles.NAVY);
        }
        if (plan.headerRow() > 0) {
            int header = plan.headerRow() - 1;
            target.createFreezePane(sheet.frozenColumns(), plan.headerRow());
            target.setAutoFilter(new CellRangeAddress(
                    header, header + Math.max(lines, 1), 0, plan.columns().size() - 1));
        }
    }

    private void print(SXSSFSheet target, SheetPlan plan, int lastRow) {
        target.setFitToPage(true);
        PrintSetup setup = target.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) (plan.headerRow() > 0 ? 0 : 1));
        if (plan.headerRow() > 0) {
            target.setRepeatingRows(new CellRangeAddress(plan.headerRow() - 1, plan.headerRow() - 1, -1, -1));
        }
        target.getHeader().setLeft("&B" + escaped(plan.name()) + "&B  " + escaped(plan.purpose()));
        target.getFooter().setLeft(escaped(heading.scope()));
        target.getFooter().setCenter("Page &P of &N");
        target.getFooter().setRight(escaped(shortened(heading.digest())));
        file.setPrintArea(file.getSheetIndex(target), 0, printed(plan) - 1, 0, lastRow - 1);
    }

    /** How many columns are printed: all but the long ids at the end. */
    private static int printed(SheetPlan plan) {
        return Math.toIntExact(plan.columns().stream()
                .takeWhile(column -> column.kind() != Kind.ID)
                .count());
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()));
    }

    private static String escaped(String text) {
        return SafeText.of(text).replace("&", "&&");
    }

    /** Locked without a password: against slips, not against people. Filters and column widths stay free. */
    private static void lock(SXSSFSheet target) {
        target.enableLocking();
        target.lockAutoFilter(false);
        target.lockSort(false);
        target.lockFormatColumns(false);
        target.lockFormatRows(false);
        target.lockSelectLockedCells(false);
        target.lockSelectUnlockedCells(false);
    }
}
