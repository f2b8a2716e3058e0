package io.quittance.report.xlsx;

import io.quittance.report.Sheet;
import io.quittance.report.Workbook;
import io.quittance.report.Workbook.Heading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a workbook as .xlsx (ECMA-376) with bounded memory: a hundred rows per sheet are held, the rest waits on disk.
 * Formulas carry the values that we computed, so viewers that do not calculate show the same figures; programs that do
 * are asked to recalculate on opening.
 */
public final class XlsxWriter {

    private static final int ROWS_HELD = 100;
    private static final String CREATOR = "Quittance";

    private XlsxWriter() {}

    /**
     * Writes the workbook, reading each of its sheets once; the stream stays open.
     *
     * @throws IllegalStateException when a sheet needs more rows than the format has, 1,048,576
     */
    public static void write(Workbook workbook, OutputStream out) throws IOException {
        write(workbook, out, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** The same with another limit of rows per sheet. */
    static void write(Workbook workbook, OutputStream out, int rowLimit) throws IOException {
        Path unstable = Files.createTempFile("quittance-", ".xlsx");
        try {
            try (var file = new StreamedFile(ROWS_HELD);
                    var raw = Files.newOutputStream(unstable)) {
                fill(file, workbook, rowLimit);
                file.write(raw);
            }
            StableZip.copy(unstable, out);
        } finally {
            Files.deleteIfExists(unstable);
        }
    }

    private static void fill(SXSSFWorkbook file, Workbook workbook, int rowLimit) {
        properties(file, workbook.heading());
        workbook.sheets().forEach(sheet -> file.createSheet(sheet.name()));
        var styles = new Styles(file);
        var names = new Names(file);
        var cells = new CellWriter(file, styles, names);
        var page = new PageSetup(file, workbook.heading());
        for (Sheet sheet : workbook.writingOrder()) {
            int lines = new SheetWriter(sheet, file.getSheet(sheet.name()), styles, cells).write(page, rowLimit);
            if (sheet.plan().headerRow() > 0) {
                names.columns(sheet.plan(), lines);
            }
        }
        file.setForceFormulaRecalculation(true);
        file.getXSSFWorkbook().lockStructure();
    }

    private static void properties(SXSSFWorkbook file, Heading heading) {
        POIXMLProperties properties = file.getXSSFWorkbook().getProperties();
        Date created = Date.from(heading.businessDate().atStartOfDay().toInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(heading.title());
        core.setSubjectProperty(heading.scope());
        core.setCreator(CREATOR);
        core.setLastModifiedByUser(CREATOR);
        core.setCreated(Optional.of(created));
        core.setModified(Optional.of(created));
        properties.getExtendedProperties().setCompany(heading.company());
        properties.getExtendedProperties().setApplication(CREATOR);
    }
}
