package io.quittance.report.xlsx;

import io.quittance.report.Cell;
import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Day;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Cell.Link;
import io.quittance.report.Cell.Named;
import io.quittance.report.Cell.Text;
import io.quittance.report.Cell.Truth;
import io.quittance.report.Cell.Value;
import io.quittance.report.Column.Kind;
import io.quittance.report.Row.Role;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes cells: the only place where an amount becomes a binary number, since a spreadsheet knows no other. */
final class CellWriter {

    private final SXSSFWorkbook file;
    private final Styles styles;
    private final Names names;

    CellWriter(SXSSFWorkbook file, Styles styles, Names names) {
        this.file = file;
        this.styles = styles;
        this.names = names;
    }

    /** Writes a cell; answers how many characters wide it will show. */
    int write(SXSSFCell target, Cell cell, Kind kind, Role role, boolean banded) {
        Look look = look(cell.content(), kind, role, banded);
        switch (cell) {
            case Named named -> {
                names.cell(named.name(), target);
                return write(target, named.cell(), kind, role, banded);
            }
            case Formula formula -> {
                target.setCellFormula(formula.expression());
                value(target, formula.cached(), true);
            }
            case Link link -> {
                target.setCellValue(SafeText.of(link.text()));
                target.setHyperlink(to(link.sheet()));
                look = look.linked();
            }
            case Value value -> value(target, value, false);
        }
        target.setCellStyle(styles.of(look));
        return width(cell.content());
    }

    private Hyperlink to(String sheet) {
        Hyperlink hyperlink = file.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        hyperlink.setAddress("'" + sheet + "'!A1");
        return hyperlink;
    }

    private static void value(SXSSFCell target, Value value, boolean cached) {
        switch (value) {
            case Text text -> target.setCellValue(SafeText.of(text.text()));
            case Amount amount
            when cached || amount.isExactInSpreadsheet() ->
                target.setCellValue(amount.money().getAmount().doubleValue());
            case Amount amount -> target.setCellValue(tooLong(amount));
            case Decimal decimal -> target.setCellValue(decimal.value().doubleValue());
            case Count count -> target.setCellValue(count.count());
            case Day day -> target.setCellValue(day.day());
            case Truth truth -> target.setCellValue(truth.truth());
            case Blank blank -> {}
        }
    }

    private static String tooLong(Amount amount) {
        return amount.money().getAmount().toPlainString() + " (text: too long)";
    }

    private static Look look(Value value, Kind kind, Role role, boolean banded) {
        return switch (value) {
            case Text text -> words(text.text(), kind, role, banded);
            case Amount amount ->
                number(kind, role, Look.amount(amount.money().getCurrencyUnit().getDecimalPlaces()), banded);
            case Decimal decimal -> number(kind, role, Look.RATE, banded);
            case Count count -> number(kind, role, Look.COUNT, banded);
            case Day day -> left(role, Look.DAY, banded);
            case Truth truth -> left(role, Look.TRUTH, banded);
            case Blank blank
            when kind == Kind.REMARK && role == Role.LINE ->
                left(role, Look.TEXT, banded).unlocked();
            case Blank blank -> left(role, Look.GENERAL, banded);
        };
    }

    private static Look words(String text, Kind kind, Role role, boolean banded) {
        Look look = left(role, kind == Kind.STATUS ? Look.GENERAL : Look.TEXT, banded);
        if (kind == Kind.PROSE) {
            look = look.wrap();
        }
        return SafeText.looksLikeFormula(text) ? look.quote() : look;
    }

    private static Look left(Role role, String format, boolean banded) {
        return Look.of(role, format, HorizontalAlignment.LEFT, banded);
    }

    private static Look number(Kind kind, Role role, String format, boolean banded) {
        return Look.of(role, format, kind.isNumeric() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT, banded);
    }

    private static int width(Value value) {
        return switch (value) {
            case Text text -> Widths.of(text.text());
            case Amount amount ->
                grouped(amount.money().getAmount().toPlainString().length());
            case Decimal decimal -> Math.min(14, decimal.value().toPlainString().length());
            case Count count -> grouped(Long.toString(count.count()).length());
            case Day day -> 10;
            case Truth truth -> 5;
            case Blank blank -> 0;
        };
    }

    private static int grouped(int digits) {
        return digits + digits / 4 + 2;
    }
}
