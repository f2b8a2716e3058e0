package io.quittance.invoice.xml;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document written again in UTF-8 without some of its elements. Comments and processing instructions are left out. */
public final class XmlCopy {

    private final XMLStreamReader xml;
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private XmlCopy(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * The text of the copy.
     *
     * @param keeps asked once for each element, before what is in it; what is not kept is left out whole
     */
    public static String of(XMLStreamReader xml, Predicate<String> keeps) throws XMLStreamException {
        return new XmlCopy(xml).copy(keeps);
    }

    private String copy(Predicate<String> keeps) throws XMLStreamException {
        int leftOut = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == START_ELEMENT && (leftOut > 0 || !keeps.test(xml.getLocalName()))) {
                leftOut++;
            } else if (event == END_ELEMENT && leftOut > 0) {
                leftOut--;
            } else if (leftOut == 0) {
                copy(event);
            }
        }
        return out.append('\n').toString();
    }

    private void copy(int event) {
        switch (event) {
            case START_ELEMENT -> start();
            case END_ELEMENT ->
                out.append("</")
                        .append(name(xml.getPrefix(), xml.getLocalName()))
                        .append('>');
            case CHARACTERS, CDATA -> escape(xml.getText());
            default -> {}
        }
    }

    private void start() {
        out.append('<').append(name(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, xml.getNamespaceURI(i));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        out.append('>');
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value == null ? "" : value);
        out.append('"');
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }
}
