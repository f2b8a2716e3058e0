package io.quittance.report.xlsx;

import io.quittance.report.Column;
import io.quittance.report.Column.Kind;
import io.quittance.report.SheetPlan;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Columns as wide as their content, within reason. */
final class Widths {

    private static final int WIDEST = 40;
    private static final int WIDEST_PROSE = 60;
    private static final int FILTER_BUTTON = 3;

    private Widths() {}

    static void apply(SXSSFSheet target, SheetPlan plan, int[] content) {
        for (int i = 0; i < content.length; i++) {
            Column column = plan.columns().get(i);
            int widest = column.kind() == Kind.PROSE ? WIDEST_PROSE : WIDEST;
            int width = column.width() > 0
                    ? column.width()
                    : Math.clamp(Math.max(content[i] + 1, title(column.title())), 6, widest);
            target.setColumnWidth(i, width * 256 + 128);
        }
    }

    /** The longest word: titles wrap. */
    private static int title(String title) {
        return Stream.of(title.split("[ \n]")).mapToInt(String::length).max().orElse(0) + FILTER_BUTTON;
    }
}
