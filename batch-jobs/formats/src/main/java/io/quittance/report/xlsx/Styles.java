package io.quittance.report.xlsx;

import io.quittance.report.Row.Role;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The styles of one file: one per look, created when first needed. */
final class Styles {

    static final XSSFColor NAVY = color(0x1F3A5F);
    static final XSSFColor WHITE = color(0xFFFFFF);
    private static final XSSFColor LINK = color(0x1155CC);
    private static final XSSFColor RULE = color(0xC9D3E0);
    private static final XSSFColor BAND = color(0xF3F6FA);
    private static final XSSFColor SUM = color(0xE3EAF3);
    private static final XSSFColor OPEN = color(0xFFFBE6);

    private final SXSSFWorkbook file;
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<Boolean, CellStyle> headers = new HashMap<>();

    Styles(SXSSFWorkbook file) {
        this.file = file;
        font(file.getXSSFWorkbook().getFontAt(0), 10);
    }

    static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    CellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    /** Column titles. */
    CellStyle header(boolean numeric) {
        return headers.computeIfAbsent(numeric, this::createHeader);
    }

    private CellStyle createHeader(boolean numeric) {
        XSSFCellStyle style = base(numeric ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        fill(style, NAVY);
        XSSFFont font = font(10);
        font.setBold(true);
        font.setColor(WHITE);
        style.setFont(font);
        return style;
    }

    private CellStyle create(Look look) {
        XSSFCellStyle style = base(look.align());
        style.setDataFormat(file.createDataFormat().getFormat(look.format()));
        style.setWrapText(look.wrapped());
        style.setLocked(!look.open());
        style.setQuotePrefixed(look.quoted());
        style.setFont(font(look));
        switch (look.role()) {
            case TITLE -> {}
            case HEADING -> border(style, true);
            case TOTAL -> {
                fill(style, SUM);
                border(style, false);
            }
            case LINE -> shade(style, look);
        }
        return style;
    }

    private static void shade(XSSFCellStyle style, Look look) {
        if (look.open()) {
            fill(style, OPEN);
        } else if (look.banded()) {
            fill(style, BAND);
        }
    }

    private static void border(XSSFCellStyle style, boolean below) {
        if (below) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(RULE);
        } else {
            style.setBorderTop(BorderStyle.THIN);
            style.setTopBorderColor(RULE);
        }
    }

    private XSSFCellStyle base(HorizontalAlignment align) {
        XSSFCellStyle style = (XSSFCellStyle) file.createCellStyle();
        style.setAlignment(align);
        if (align == HorizontalAlignment.LEFT) {
            style.setIndention((short) 1); // keeps words off the figures on their left
        }
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void fill(XSSFCellStyle style, XSSFColor color) {
        style.setFillForegroundColor(color);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFFont font(Look look) {
        Role role = look.role();
        XSSFFont font = font(role == Role.TITLE ? 18 : role == Role.HEADING ? 11 : 10);
        font.setBold(role != Role.LINE);
        if (role == Role.TITLE || role == Role.HEADING) {
            font.setColor(NAVY);
        }
        if (look.link()) {
            font.setUnderline(XSSFFont.U_SINGLE);
            font.setColor(LINK);
        }
        return font;
    }

    private XSSFFont font(int points) {
        return font((XSSFFont) file.createFont(), points);
    }

    private static XSSFFont font(XSSFFont font, int points) {
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) points);
        return font;
    }
}
