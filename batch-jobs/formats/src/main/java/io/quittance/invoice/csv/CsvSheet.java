package io.quittance.invoice.csv;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.text.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text file as a sheet. */
final class CsvSheet implements Sheet {

    private final DeliveredFile file;
    private final ReadLimits limits;
    private final CsvShape shape;
    private final CsvRow header;

    /** @param header the first row, read by this shape */
    CsvSheet(DeliveredFile file, ReadLimits limits, CsvShape shape, CsvRow header) {
        this.file = file;
        this.limits = limits;
        this.shape = shape;
        this.header = header;
    }

    @Override
    public InvoiceFormat format() {
        return InvoiceFormat.CSV;
    }

    @Override
    public List<String> headings() {
        return header.fields();
    }

    @Override
    public long headerLine() {
        return header.line();
    }

    @Override
    public Rows rows() throws IOException {
        CsvRows rows = shape.rows(file, limits);
        for (CsvRow row = rows.next(); row != null && row.line() < header.line(); row = rows.next()) {
            // The line that names the separator stands before the header.
        }
        return new UnderHeader(rows, header.size());
    }

    /** The rows under the header that have any text; a row that is longer by nothing but separators is cut. */
    private record UnderHeader(CsvRows csv, int columns) implements Rows {
        @Override
        public @Nullable SheetRow next() throws UnreadableException {
            for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                SheetRow sheetRow = new SheetRow(row.line(), texts(row), Map.of(), Map.of(), false, row.chars(), row);
                if (!sheetRow.isBlank()) {
                    return sheetRow;
                }
            }
            return null;
        }

        private List<String> texts(CsvRow row) {
            List<String> fields = row.texts();
            boolean onlySeparators = fields.size() > columns
                    && fields.subList(columns, fields.size()).stream().allMatch(String::isBlank);
            return onlySeparators ? fields.subList(0, columns) : fields;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    @Override
    public String field(long line, int column) {
        return column < header.size() ? header.field(column).strip() : "column " + (column + 1);
    }

    @Override
    public @Nullable String fault(long line, int column) {
        return null;
    }

    @Override
    public Findings warnings() {
        if (!shape.encoding().assumed()) {
            return Findings.NONE;
        }
        String name = shape.encoding().charset().name();
        String message = "the file is not UTF-8; it was read as " + name + ", as its profile says";
        return Findings.of(Finding.of(FindingCode.ENCODING_ASSUMED, Place.of(file.name()), name, "UTF-8", message));
    }

    @Override
    public byte[] original(List<SheetRow> rows) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(shape.encoding().mark());
        bytes.writeBytes(text(rows).getBytes(shape.encoding().charset()));
        return bytes.toByteArray();
    }

    private String text(List<SheetRow> rows) {
        var text = new StringBuilder();
        shape.appendTo(text, header);
        rows.forEach(row -> shape.appendTo(text, (CsvRow) row.source()));
        return text.toString();
    }

    @Override
    public byte[] header(List<Integer> columns, List<String> further) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(shape.encoding().mark());
        bytes.writeBytes(bytes(header.with(columns, further)));
        return bytes.toByteArray();
    }

    @Override
    public byte[] row(SheetRow row, List<Integer> columns, List<String> further) {
        return bytes(((CsvRow) row.source()).with(columns, further));
    }

    /** Unlike an original it is made to be opened in a spreadsheet: what could run there does not. */
    private byte[] bytes(CsvRow row) {
        var text = new StringBuilder();
        shape.appendTo(text, row.inert());
        return text.toString().getBytes(shape.encoding().charset());
    }

    /** A row of this file as other readers know it. */
    static SheetRow sheetRow(CsvRow row) {
        return new SheetRow(row.line(), row.texts(), Map.of(), Map.of(), false, row.chars(), row);
    }

    @Override
    public void close() {
        // Nothing is open between two readings.
    }
}
