package io.quittance.report.xlsx;

import io.quittance.report.Column;
import io.quittance.report.Column.Kind;
import io.quittance.report.Row;
import io.quittance.report.SheetPlan;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * Columns as wide as their content, within reason, and rows as high as their sentences. Measured by the letters alone:
 * fonts differ from machine to machine, and the file must not.
 */
final class Widths {

    private static final int WIDEST = 40;
    private static final int FILTER_BUTTON = 3;
    private static final int INDENT = 2;
    private static final float LINE_POINTS = 13f;

    private Widths() {}

    /** How many digits wide a text is: capitals take more room than small letters, ideographs twice as much. */
    static int of(String text) {
        int tenths = text.codePoints()
                .map(point -> point >= 0x2E80 ? 20 : Character.isUpperCase(point) ? 13 : 10)
                .sum();
        return (tenths + 9) / 10;
    }

    static void apply(SXSSFSheet target, SheetPlan plan, int[] content) {
        for (int i = 0; i < content.length; i++) {
            Column column = plan.columns().get(i);
            int width = column.width() > 0
                    ? column.width()
                    : Math.clamp(Math.max(content[i] + INDENT, title(column.title())), 7, WIDEST);
            target.setColumnWidth(i, width * 256 + 128);
        }
    }

    /** Titles wrap into two lines: room for the longest word and for half of the whole. */
    private static int title(String title) {
        int word = Stream.of(title.split("[ \n]")).mapToInt(Widths::of).max().orElse(0);
        return Math.max(word, (of(title) + 1) / 2) + FILTER_BUTTON;
    }

    /** The height that a row's sentences need; 0 where one line will do. */
    static float height(SheetPlan plan, Row row) {
        int lines = 1;
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = plan.columns().get(i);
            if (column.kind() == Kind.PROSE) {
                int width = of(row.cells().get(i).words());
                lines = Math.max(lines, Math.ceilDiv(width * 9, column.width() * 10));
            }
        }
        return lines == 1 ? 0 : Math.min(lines, 30) * LINE_POINTS;
    }
}
