package io.quittance.invoice.annotation;

import io.quittance.finding.Finding;
import io.quittance.finding.Severity;
import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.invoice.profile.SheetRow.CellKind;
import io.quittance.invoice.profile.StatusColumns;
import io.quittance.invoice.xlsx.RowBook;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * An annotated workbook: what came, wrong cells coloured with a comment each, columns of status behind it to filter by, and a
 * sheet that lists every finding.
 */
final class AnnotatedBook {

    private static final int MOST_COMMENTS = 5_000;
    private static final int WIDE = 40 * 256;
    private static final int COMMENT_COLUMNS = 4;
    private static final int COMMENT_ROWS = 8;

    private static final List<String> LISTED = List.of(
            "cell", "row of the original", "code", "severity", "what is wrong", "read", "expected", "what to do");

    private final Sheet sheet;
    private final List<Integer> columns;
    private final RowBook book;
    private final Drawing<?> drawing;
    private final Map<Severity, CellStyle> coloured = new EnumMap<>(Severity.class);
    private final Map<Severity, CellStyle> colouredDays = new HashMap<>();
    private final List<List<String>> listed = new ArrayList<>();
    private int comments;

    AnnotatedBook(Sheet sheet) {
        this.sheet = sheet;
        this.columns = Annotated.columns(sheet);
        var headings = new ArrayList<String>();
        columns.forEach(column -> headings.add(sheet.headings().get(column)));
        headings.addAll(StatusColumns.HEADINGS);
        this.book = new RowBook(headings);
        this.drawing = book.sheet().createDrawingPatriarch();
        for (Severity severity : Severity.values()) {
            coloured.put(severity, style(severity, false));
            colouredDays.put(severity, style(severity, true));
        }
    }

    private CellStyle style(Severity severity, boolean day) {
        CellStyle style = book.book().createCellStyle();
        IndexedColors colour = switch (severity) {
            case REJECT -> IndexedColors.ROSE;
            case HOLD -> IndexedColors.LIGHT_ORANGE;
            case WARN -> IndexedColors.LIGHT_YELLOW;
        };
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        if (day) {
            style.setDataFormat(book.book().createDataFormat().getFormat("yyyy-mm-dd"));
        }
        return style;
    }

    void write(Iterator<Annotated> documents, OutputStream out) throws IOException {
        try (book) {
            int rows = 0;
            while (documents.hasNext()) {
                Annotated document = documents.next();
                for (SheetRow row : document.rows()) {
                    add(document, row);
                    rows++;
                }
            }
            int last = columns.size() + StatusColumns.HEADINGS.size() - 1;
            book.sheet().setAutoFilter(new CellRangeAddress(0, rows, 0, last));
            book.sheet().createFreezePane(0, 1);
            for (int column = columns.size(); column <= last; column++) {
                book.sheet().setColumnWidth(column, WIDE);
            }
            listFindings();
            book.write(out);
        }
    }

    private void add(Annotated document, SheetRow row) {
        Row written = book.add(row, columns);
        var copied = new Copied(sheet, row.line(), written.getRowNum() + 1L, columns);
        List<Finding> here = document.of(row);
        Map<Integer, List<Finding>> byColumn = Annotated.byColumn(sheet, row, here);
        for (var entry : byColumn.entrySet()) {
            int at = columns.indexOf(entry.getKey());
            if (at >= 0) {
                List<Finding> about = entry.getValue().stream().map(copied::of).toList();
                mark(written, at, about, row.kind(entry.getKey()) == CellKind.DATE);
            }
        }
        List<String> status = document.status(row, copied);
        for (int i = 0; i < status.size(); i++) {
            written.createCell(columns.size() + i).setCellValue(status.get(i));
        }
        List<Finding> elsewhere = here.stream()
                .filter(finding -> byColumn.values().stream().noneMatch(cell -> cell.contains(finding)))
                .toList();
        if (!elsewhere.isEmpty()) {
            mark(written, columns.size(), elsewhere, false);
        }
    }

    private void mark(Row row, int column, List<Finding> findings, boolean day) {
        Cell cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
        Severity worst = findings.stream()
                .map(Finding::severity)
                .min(Severity::compareTo)
                .orElse(Severity.WARN);
        cell.setCellStyle((day ? colouredDays : coloured).get(worst));
        if (comments < MOST_COMMENTS) {
            comment(cell, Annotated.comment(findings));
        }
        findings.forEach(finding -> list(cell, finding));
    }

    private void comment(Cell cell, String text) {
        comments++;
        ClientAnchor anchor = book.book().getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 1 + COMMENT_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(book.book().getCreationHelper().createRichTextString(text));
        comment.setAuthor("Quittance");
        cell.setCellComment(comment);
    }

    private void list(Cell cell, Finding finding) {
        String name = new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString();
        long line = finding.place() == null ? 0 : finding.place().line();
        listed.add(List.of(
                name,
                line == 0 ? "" : Long.toString(line),
                finding.code().id(),
                finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                finding.message(),
                String.valueOf(finding.read() == null ? "" : finding.read()),
                String.valueOf(finding.expected() == null ? "" : finding.expected()),
                finding.hint()));
    }

    private void listFindings() {
        SXSSFSheet list = book.book().createSheet(RowBook.FINDINGS);
        row(list.createRow(0), LISTED);
        for (int i = 0; i < listed.size(); i++) {
            row(list.createRow(i + 1), listed.get(i));
        }
    }

    private static void row(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }
}
