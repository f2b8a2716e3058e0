package io.quittance.report.xlsx;

import io.quittance.report.WorkbookContent;
import io.quittance.report.WorkbookModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook written to memory. */
record Written(byte[] bytes) {

    static Written of(WorkbookContent content) {
        var out = new ByteArrayOutputStream();
        try {
            XlsxWriter.write(WorkbookModel.of(content), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(out.toByteArray());
    }

    XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    List<String> dump() throws IOException {
        return WorkbookDump.of(new ByteArrayInputStream(bytes));
    }
}
