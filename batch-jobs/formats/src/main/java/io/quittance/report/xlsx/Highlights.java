package io.quittance.report.xlsx;

import io.quittance.report.Column.Kind;
import io.quittance.report.SheetPlan;
import java.util.List;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** Green and red for what agrees and what does not; the word says it too. */
final class Highlights {

    private static final XSSFColor GREEN = Styles.color(0xD8F0DC);
    private static final XSSFColor DARK_GREEN = Styles.color(0x14532D);
    private static final XSSFColor RED = Styles.color(0xF9C9C5);
    private static final XSSFColor DARK_RED = Styles.color(0x7F1D1D);

    private Highlights() {}

    static void apply(SXSSFSheet target, SheetPlan plan, int lines, List<CellRangeAddress> truths) {
        SheetConditionalFormatting formatting = target.getSheetConditionalFormatting();
        for (int column = 0; column < plan.columns().size(); column++) {
            if (plan.columns().get(column).kind() == Kind.STATUS && lines > 0) {
                int first = plan.firstRow() - 1;
                var range = new CellRangeAddress(first, first + lines - 1, column, column);
                highlight(formatting, range, "\"OK\"", "\"FAIL\"");
            }
        }
        truths.forEach(cell -> highlight(formatting, cell, "TRUE", "FALSE"));
    }

    private static void highlight(
            SheetConditionalFormatting formatting, CellRangeAddress range, String good, String bad) {
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {range},
                rule(formatting, good, GREEN, DARK_GREEN),
                rule(formatting, bad, RED, DARK_RED));
    }

    private static ConditionalFormattingRule rule(
            SheetConditionalFormatting formatting, String value, XSSFColor fill, XSSFColor ink) {
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, value);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(fill);
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        FontFormatting font = rule.createFontFormatting();
        font.setFontColor(ink);
        font.setFontStyle(false, true);
        return rule;
    }
}
