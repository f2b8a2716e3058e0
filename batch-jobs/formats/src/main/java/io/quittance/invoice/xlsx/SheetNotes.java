package io.quittance.invoice.xlsx;

import io.quittance.text.UnreadableException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What a sheet holds beside its rows: hidden columns, merged cells, cells beyond the header. */
final class SheetNotes {

    private static final int MOST_RANGES = 10_000;
    private static final int MOST_COLUMNS = 16_384;
    private static final int SHOWN = 20;

    private final BitSet hiddenColumns = new BitSet();
    private final BitSet mergedRows = new BitSet();
    private final List<Range> merged = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private int strayCount;

    /** Cells merged into one, columns from 0 and rows from 1, both ends inclusive. */
    private record Range(String name, long firstRow, long lastRow, int firstColumn, int lastColumn) {
        boolean holds(long row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** A {@code col}: it stands for several columns. */
    void column(XMLStreamReader xml) {
        boolean hidden = WorkbookOutline.isTrue(xml.getAttributeValue(null, "hidden"))
                || "0".equals(xml.getAttributeValue(null, "width"));
        int first = number(xml.getAttributeValue(null, "min"));
        int last = number(xml.getAttributeValue(null, "max"));
        if (hidden && first >= 1 && last >= first) {
            hiddenColumns.set(first - 1, Math.min(last, MOST_COLUMNS));
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    void merged(String name) throws XMLStreamException {
        String[] ends = name.split(":", -1);
        if (ends.length != 2) {
            return;
        }
        var range = new Range(
                name, CellName.row(ends[0]), CellName.row(ends[1]), CellName.column(ends[0]), CellName.column(ends[1]));
        if (merged.size() == MOST_RANGES) {
            throw new XMLStreamException("too many", UnreadableException.tooLarge("merged cells", MOST_RANGES, 0, 0));
        }
        merged.add(range);
        mergedRows.set((int) range.firstRow(), (int) Math.max(range.firstRow(), range.lastRow()) + 1);
    }

    void stray(String cell) {
        strayCount++;
        if (strays.size() < SHOWN) {
            strays.add(cell);
        }
    }

    boolean isHidden(int column) {
        return hiddenColumns.get(column);
    }

    /** The merged cells that a cell is a part of, null when it is none. */
    @Nullable
    String mergedInto(long row, int column) {
        if (!mergedRows.get((int) row)) {
            return null;
        }
        for (Range range : merged) {
            if (range.holds(row, column)) {
                return range.name();
            }
        }
        return null;
    }

    /** Cells beyond the header that hold something; empty when there are none. */
    String strays() {
        return String.join(", ", strays)
                + (strayCount > strays.size() ? " and " + (strayCount - strays.size()) + " more" : "");
    }
}
