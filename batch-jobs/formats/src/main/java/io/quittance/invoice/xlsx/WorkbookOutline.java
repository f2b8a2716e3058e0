package io.quittance.invoice.xlsx;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.text.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the workbook part says: its sheets, and from when its days count.
 *
 * @param sheets in order
 */
record WorkbookOutline(List<Tab> sheets, boolean since1904) {

    private static final int MOST_SHEETS = 200;

    /**
     * A sheet.
     *
     * @param hidden whether only a program or an expert shows it
     * @param relation what its part goes by
     */
    record Tab(String name, boolean hidden, String relation) {}

    static WorkbookOutline of(XMLStreamReader workbook) throws XMLStreamException {
        var tabs = new ArrayList<Tab>();
        boolean since1904 = false;
        while (workbook.hasNext()) {
            if (workbook.next() != START_ELEMENT) {
                continue;
            }
            if (workbook.getLocalName().equals("workbookPr")) {
                since1904 = isTrue(workbook.getAttributeValue(null, "date1904"));
            } else if (workbook.getLocalName().equals("sheet")) {
                tabs.add(tab(workbook));
            }
            if (tabs.size() > MOST_SHEETS) {
                throw new XMLStreamException("too many", UnreadableException.tooLarge("sheets", MOST_SHEETS, 0, 0));
            }
        }
        workbook.close();
        return new WorkbookOutline(tabs, since1904);
    }

    private static Tab tab(XMLStreamReader workbook) {
        String state = workbook.getAttributeValue(null, "state");
        String relation = "";
        for (int i = 0; i < workbook.getAttributeCount(); i++) {
            if (workbook.getAttributeLocalName(i).equals("id") && workbook.getAttributeNamespace(i) != null) {
                relation = workbook.getAttributeValue(i);
            }
        }
        String name = String.valueOf(workbook.getAttributeValue(null, "name"));
        return new Tab(name, state != null && !state.equals("visible"), relation);
    }

    static boolean isTrue(@org.jspecify.annotations.Nullable String text) {
        return "1".equals(text) || "true".equals(text);
    }
}
