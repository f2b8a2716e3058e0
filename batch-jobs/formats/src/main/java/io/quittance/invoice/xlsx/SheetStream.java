package io.quittance.invoice.xlsx;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.invoice.profile.SheetRow.CellKind;
import io.quittance.text.UnreadableException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet part (ECMA-376 part 1, 18.3.1), one at a time; what stands around them goes to the {@link SheetNotes}. */
final class SheetStream {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?");

    private final XMLStreamReader xml;
    private final SharedTexts texts;
    private final Numbering numbering;
    private final SheetNotes notes;
    private int columns;
    private long row;

    // The row in the making.
    private List<String> cells = new ArrayList<>();
    private Map<Integer, CellKind> kinds = new HashMap<>();
    private Map<Integer, String> faults = new HashMap<>();
    private Map<Integer, String> formulas = new HashMap<>();
    private int chars;

    /** @param columns how many columns the header has; cells beyond them are noted and not read */
    SheetStream(XMLStreamReader xml, SharedTexts texts, Numbering numbering, SheetNotes notes, int columns) {
        this.xml = xml;
        this.texts = texts;
        this.numbering = numbering;
        this.notes = notes;
        this.columns = columns;
    }

    /** The next row, blank or not; null at the end of the part. */
    @Nullable
    SheetRow next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> {
                    return row();
                }
                case "col" -> notes.column(xml);
                case "mergeCell" -> notes.merged(String.valueOf(xml.getAttributeValue(null, "ref")));
                default -> {}
            }
        }
        return null;
    }

    private SheetRow row() throws XMLStreamException {
        String stated = xml.getAttributeValue(null, "r");
        long number = stated == null ? row + 1 : CellName.row(stated);
        if (number <= row) {
            throw malformed("row " + stated + " stands behind row " + row);
        }
        row = number;
        boolean hidden = WorkbookOutline.isTrue(xml.getAttributeValue(null, "hidden"))
                || "0".equals(xml.getAttributeValue(null, "ht"));
        begin();
        int column = -1;
        for (int event = xml.next(); event != END_ELEMENT || !xml.getLocalName().equals("row"); event = xml.next()) {
            if (event == START_ELEMENT && xml.getLocalName().equals("c")) {
                String name = xml.getAttributeValue(null, "r");
                int at = name == null ? column + 1 : CellName.column(name);
                if (at <= column) {
                    throw malformed("the cell " + name + " stands behind its neighbour");
                }
                column = at;
                cell(column);
            }
        }
        while (cells.size() < columns) {
            cells.add("");
        }
        return new SheetRow(
                row,
                Collections.unmodifiableList(cells),
                Map.copyOf(kinds),
                Map.copyOf(faults),
                hidden,
                chars,
                Map.copyOf(formulas));
    }

    private void begin() {
        cells = new ArrayList<>(columns);
        kinds.clear();
        faults.clear();
        formulas.clear();
        chars = 0;
    }

    private void cell(int column) throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        String style = xml.getAttributeValue(null, "s");
        String formula = null;
        String value = "";
        for (int event = xml.next(); event != END_ELEMENT || !xml.getLocalName().equals("c"); event = xml.next()) {
            if (event == START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = xml.getElementText();
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = SharedTexts.RichText.read(xml, "is");
                    default -> {}
                }
            }
        }
        if (column < columns) {
            while (cells.size() < column) {
                cells.add("");
            }
            keep(column, type, style, value);
            if (formula != null) {
                formulas.put(column, "=" + formula);
                faults.put(column, "the cell holds the formula =" + formula + " and no value");
            }
        } else if (!value.isBlank()) {
            notes.stray(CellName.of(row, column));
        }
    }

    private void keep(int column, String type, @Nullable String style, String value) {
        switch (type) {
            case "s" -> text(column, shared(column, value));
            case "e" -> {
                text(column, value);
                faults.put(column, "the cell holds the error " + value);
            }
            case "b" -> text(column, value.equals("1") ? "TRUE" : "FALSE");
            case "d" -> isoDay(column, value);
            case "str", "inlineStr" -> text(column, Escapes.resolved(value));
            default -> number(column, style, value);
        }
    }

    private String shared(int column, String index) {
        String text = texts.at(CellName.whole(index));
        if (text == null) {
            faults.put(column, "the cell refers to a text that the workbook does not have");
        }
        return text == null ? "" : text;
    }

    private void text(int column, String text) {
        cells.add(text);
        chars += text.length();
    }

    private void isoDay(int column, String value) {
        String day = value.replaceFirst("T00:00:00(\\.0+)?Z?$", "");
        text(column, day);
        try {
            LocalDate.parse(day);
            kinds.put(column, CellKind.DATE);
        } catch (DateTimeException e) {
            faults.put(column, "the cell shows a time of day, or a day that the calendar does not have");
        }
    }

    private void number(int column, @Nullable String style, String value) {
        if (value.isBlank() || !NUMBER.matcher(value).matches()) {
            text(column, value);
            return;
        }
        int index = Math.max(0, CellName.whole(style));
        LocalDate day = numbering.isDay(index) ? numbering.day(new BigDecimal(value)) : null;
        text(column, day == null ? value : day.toString());
        kinds.put(column, day == null ? CellKind.NUMBER : CellKind.DATE);
        if (day == null && numbering.isDay(index)) {
            faults.put(column, "the cell shows a time of day, or a day that the calendar does not have");
        }
    }

    private static XMLStreamException malformed(String why) {
        return new XMLStreamException(
                why, new UnreadableException(FindingCode.FILE_UNREADABLE, 0, 0, "rows and cells in order", why));
    }

    /** Closes the parser; the part goes with it. */
    void close() throws XMLStreamException {
        xml.close();
    }
}
