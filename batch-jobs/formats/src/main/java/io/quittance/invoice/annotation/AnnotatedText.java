package io.quittance.invoice.annotation;

import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.invoice.profile.StatusColumns;
import io.quittance.text.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** An annotated text file: what came, with the columns of status behind it. */
final class AnnotatedText {

    private AnnotatedText() {}

    static void write(Sheet sheet, Iterator<Annotated> documents, OutputStream out) throws IOException {
        List<Integer> columns = Annotated.columns(sheet);
        out.write(sheet.header(columns, StatusColumns.HEADINGS));
        while (documents.hasNext()) {
            Annotated document = documents.next();
            for (SheetRow row : document.rows()) {
                List<String> status = document.status(row, new Copied(sheet, row.line(), row.line(), columns)).stream()
                        .map(SpreadsheetText::guarded)
                        .toList();
                out.write(sheet.row(row, columns, status));
            }
        }
    }
}
