package io.quittance.invoice.xlsx;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.profile.Sheet;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook. */
final class XlsxSheet implements Sheet {

    private static final int SHOWN = 20;

    private final OpenWorkbook workbook;
    private final WorkbookOutline.Tab tab;
    private final SheetRow header;
    private final List<Finding> about;
    private final List<Long> hiddenRows = new ArrayList<>();
    private long hiddenCount;
    private SheetNotes notes = new SheetNotes();
    private boolean readOnce;

    /** @param about what was found about the workbook as a whole */
    XlsxSheet(OpenWorkbook workbook, WorkbookOutline.Tab tab, SheetRow header, List<Finding> about) {
        this.workbook = workbook;
        this.tab = tab;
        this.header = header;
        this.about = about;
    }

    @Override
    public InvoiceFormat format() {
        return InvoiceFormat.XLSX;
    }

    @Override
    public List<String> headings() {
        return header.texts();
    }

    @Override
    public long headerLine() {
        return header.line();
    }

    @Override
    public Rows rows() throws IOException {
        var noted = new SheetNotes();
        return new UnderHeader(workbook.stream(tab, noted, header.texts().size()), noted);
    }

    /** The rows under the header that hold anything. */
    private final class UnderHeader implements Rows {
        private final SheetStream stream;
        private final SheetNotes noted;

        UnderHeader(SheetStream stream, SheetNotes noted) {
            this.stream = stream;
            this.noted = noted;
        }

        @Override
        public @Nullable SheetRow next() throws UnreadableException {
            try {
                for (SheetRow row = stream.next(); row != null; row = stream.next()) {
                    if (row.line() > header.line()
                            && (!row.isBlank() || !row.faults().isEmpty())) {
                        note(row);
                        return row;
                    }
                }
                notes = noted;
                readOnce = true;
                return null;
            } catch (XMLStreamException e) {
                throw workbook.unreadable(e);
            }
        }

        private void note(SheetRow row) {
            if (row.hidden() && !readOnce) {
                hiddenCount++;
                if (hiddenRows.size() < SHOWN) {
                    hiddenRows.add(row.line());
                }
            }
        }

        @Override
        public void close() throws IOException {
            try {
                stream.close();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public String field(long line, int column) {
        String heading =
                column < header.texts().size() ? header.texts().get(column).strip() : "";
        return (CellName.of(line, column) + " " + heading).strip();
    }

    @Override
    public @Nullable String fault(long line, int column) {
        String merged = notes.mergedInto(line, column);
        return merged == null ? null : "the cell is a part of the merged cells " + merged;
    }

    @Override
    public Findings warnings() {
        var findings = new ArrayList<>(about);
        if (!hiddenRows.isEmpty()) {
            String rows = hiddenRows.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + (hiddenCount > hiddenRows.size() ? " and " + (hiddenCount - hiddenRows.size()) + " more" : "");
            findings.add(workbook.hidden(tab.name(), "rows are hidden in the sheet '" + tab.name() + "': " + rows));
        }
        for (int column = 0; column < header.texts().size(); column++) {
            if (notes.isHidden(column)) {
                String message = "the column " + CellName.of(header.line(), column) + " '"
                        + header.texts().get(column) + "' is hidden; it was read";
                findings.add(workbook.hidden(header.texts().get(column), message));
            }
        }
        if (!notes.strays().isEmpty()) {
            String message = "cells without a heading hold something that was not read: " + notes.strays();
            findings.add(Finding.of(
                    FindingCode.COLUMN_UNKNOWN,
                    Place.of(workbook.file(), header.line()),
                    notes.strays(),
                    "a heading",
                    message));
        }
        return new Findings(findings);
    }

    @Override
    public byte[] original(List<SheetRow> rows) {
        return RowBook.of(headings(), rows);
    }

    @Override
    public byte[] header(List<Integer> columns, List<String> further) {
        throw new UnsupportedOperationException("A row of a workbook has no bytes of its own");
    }

    @Override
    public byte[] row(SheetRow row, List<Integer> columns, List<String> further) {
        throw new UnsupportedOperationException("A row of a workbook has no bytes of its own");
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
