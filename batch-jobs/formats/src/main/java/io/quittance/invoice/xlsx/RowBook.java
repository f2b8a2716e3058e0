package io.quittance.invoice.xlsx;

import io.quittance.invoice.profile.SheetRow;
import io.quittance.invoice.profile.SheetRow.CellKind;
import io.quittance.report.xlsx.StableZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes rows as they were read into a workbook of one sheet. What came as text stays text, so nothing that somebody sent
 * becomes a formula; the same rows give the same bytes.
 */
public final class RowBook implements AutoCloseable {

    /** The sheet of an annotated workbook that lists the findings; no reader takes it for invoices. */
    public static final String FINDINGS = "quittance findings";

    private static final String ROWS = "invoices";
    private static final int ROWS_HELD = 100;
    private static final String CREATOR = "Quittance";

    /** A workbook must say when it was made; this one says nothing by it. */
    private static final Date EPOCH =
            Date.from(LocalDate.of(1980, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));

    /** With shared texts: programs that edit a cell with an inline text leave the old one beside the new one. */
    private final SXSSFWorkbook book = new SXSSFWorkbook(null, ROWS_HELD, false, true);

    private final SXSSFSheet sheet;
    private final CellStyle day;
    private int next;

    /** A workbook with a header. */
    public RowBook(List<String> headings) {
        sheet = book.createSheet(ROWS);
        day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        Row row = sheet.createRow(next++);
        for (int i = 0; i < headings.size(); i++) {
            row.createCell(i).setCellValue(headings.get(i));
        }
    }

    /** Header and rows, in memory. */
    static byte[] of(List<String> headings, List<SheetRow> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new RowBook(headings)) {
            rows.forEach(book::add);
            book.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes one row under the last one. */
    Row add(SheetRow row) {
        return add(row, IntStream.range(0, row.texts().size()).boxed().toList());
    }

    /** Writes some columns of a row under the last one. */
    public Row add(SheetRow row, List<Integer> columns) {
        Row target = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            if (!row.text(column).isEmpty() || row.faults().containsKey(column)) {
                write(target.createCell(i), row, column);
            }
        }
        return target;
    }

    private void write(Cell cell, SheetRow row, int column) {
        String text = row.text(column);
        Object formula = row.source() instanceof Map<?, ?> formulas ? formulas.get(column) : null;
        if (formula != null) {
            cell.setCellValue(formula.toString());
        } else if (row.kind(column) == CellKind.NUMBER) {
            // A spreadsheet knows no other numbers than binary ones; it is the one that was read.
            cell.setCellValue(new BigDecimal(text).doubleValue());
        } else if (row.kind(column) == CellKind.DATE) {
            cell.setCellValue(LocalDate.parse(text));
            cell.setCellStyle(day);
        } else {
            cell.setCellValue(text);
        }
    }

    /** The workbook that is being written, for whoever adds to it. */
    public SXSSFWorkbook book() {
        return book;
    }

    /** Its one sheet of rows. */
    public SXSSFSheet sheet() {
        return sheet;
    }

    /** Writes it; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        POIXMLProperties properties = book.getXSSFWorkbook().getProperties();
        properties.getCoreProperties().setCreator(CREATOR);
        properties.getCoreProperties().setLastModifiedByUser(CREATOR);
        properties.getCoreProperties().setCreated(Optional.of(EPOCH));
        properties.getCoreProperties().setModified(Optional.of(EPOCH));
        properties.getExtendedProperties().setApplication(CREATOR);
        // In order: left to itself, POI numbers the shared texts of the sheets in an order of chance.
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            book.getSheetAt(i).flushRows();
        }
        Path unstable = Files.createTempFile("quittance-", ".xlsx");
        try {
            try (OutputStream raw = Files.newOutputStream(unstable)) {
                book.write(raw);
            }
            StableZip.copy(unstable, out);
        } finally {
            Files.deleteIfExists(unstable);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
