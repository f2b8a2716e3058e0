package io.quittance.invoice.xlsx;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.text.UnreadableException;
import io.quittance.xml.SecureXml;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook with what all of its sheets share. */
final class OpenWorkbook implements Closeable {

    private static final int MOST_COLUMNS = 500;

    private final String file;
    private final Parts parts;
    private final WorkbookOutline outline;
    private final SharedTexts texts;
    private final Numbering numbering;

    private OpenWorkbook(String file, Parts parts, WorkbookOutline outline, SharedTexts texts, Numbering numbering) {
        this.file = file;
        this.parts = parts;
        this.outline = outline;
        this.texts = texts;
        this.numbering = numbering;
    }

    /** @throws UnreadableException when it is no workbook that is taken in */
    static OpenWorkbook open(DeliveredFile file) throws IOException {
        Parts parts = Parts.open(file);
        try {
            WorkbookOutline outline = WorkbookOutline.of(parts.workbook());
            var numbering = new Numbering(Numbering.days(parts.styles()), outline.since1904());
            return new OpenWorkbook(file.name(), parts, outline, SharedTexts.of(parts.sharedStrings()), numbering);
        } catch (XMLStreamException e) {
            parts.close();
            throw unreadable(file.name(), e);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    String file() {
        return file;
    }

    List<WorkbookOutline.Tab> sheets() {
        return outline.sheets();
    }

    SheetStream stream(WorkbookOutline.Tab tab, SheetNotes notes, int columns) throws IOException {
        try {
            return new SheetStream(parts.sheet(tab.relation()), texts, numbering, notes, columns);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** The first row that holds anything, without the empty cells at its end; null when the sheet is empty. */
    @Nullable
    SheetRow header(WorkbookOutline.Tab tab) throws IOException {
        SheetStream stream = stream(tab, new SheetNotes(), MOST_COLUMNS);
        try {
            for (SheetRow row = stream.next(); row != null; row = stream.next()) {
                if (!row.isBlank()) {
                    return trimmed(row);
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw unreadable(e);
        } finally {
            close(stream);
        }
    }

    private static SheetRow trimmed(SheetRow row) {
        int size = row.texts().size();
        while (size > 0 && row.texts().get(size - 1).isBlank()) {
            size--;
        }
        return new SheetRow(
                row.line(),
                List.copyOf(row.texts().subList(0, size)),
                row.kinds(),
                row.faults(),
                row.hidden(),
                row.chars(),
                row.source());
    }

    private void close(SheetStream stream) throws IOException {
        try {
            stream.close();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** What is hidden in the workbook beside the sheet that is read, and what it refers to. */
    List<Finding> about(WorkbookOutline.Tab read) {
        var findings = new ArrayList<Finding>();
        for (WorkbookOutline.Tab tab : sheets()) {
            if (!tab.equals(read) && !tab.name().equals(RowBook.FINDINGS)) {
                String how = tab.hidden() ? "' is hidden and was not read" : "' was not read";
                findings.add(hidden(tab.name(), "the sheet '" + tab.name() + how));
            }
        }
        if (parts.linksElsewhere()) {
            findings.add(hidden("external links", "the workbook refers to other files; nothing of them was read"));
        }
        return findings;
    }

    Finding hidden(String read, String message) {
        return Finding.of(FindingCode.CONTENT_HIDDEN, Place.of(file), read, null, message);
    }

    UnreadableException unreadable(XMLStreamException refusal) {
        return unreadable(file, refusal);
    }

    /** Lines of a part's XML say nothing to anybody; the reason does. */
    private static UnreadableException unreadable(String file, XMLStreamException refusal) {
        Finding finding = SecureXml.finding(file, refusal);
        return new UnreadableException(
                finding.code(), 0, 0, finding.expected(), "in a part of the workbook: " + finding.message());
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
