package io.quittance.xml;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Builds a tree out of a hardened parser, for those who can read nothing else. Each element knows its line. */
final class LinedDocument {

    private static final String LINE = "line";

    private final Document document;
    private final XMLStreamReader xml;

    private LinedDocument(Document document, XMLStreamReader xml) {
        this.document = document;
        this.xml = xml;
    }

    static Document read(XMLStreamReader xml) throws XMLStreamException {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            new LinedDocument(document, xml).fill();
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform has a DOM", e);
        }
    }

    /** Where its start tag ends, from 1; 0 when unknown. */
    static long lineOf(Node element) {
        return element.getUserData(LINE) instanceof Integer line ? line : 0;
    }

    private void fill() throws XMLStreamException {
        Node open = document;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open = open.appendChild(element());
                case XMLStreamConstants.END_ELEMENT -> open = open.getParentNode();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open != document) {
                        open.appendChild(document.createTextNode(xml.getText()));
                    }
                }
                default -> {
                    // Comments and processing instructions say nothing about an invoice.
                }
            }
        }
        document.normalize();
    }

    private Element element() {
        Element element = document.createElementNS(
                emptyAsNull(xml.getNamespaceURI()), qualified(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null || prefix.isEmpty()
                            ? XMLConstants.XMLNS_ATTRIBUTE
                            : XMLConstants.XMLNS_ATTRIBUTE + ":" + prefix,
                    xml.getNamespaceURI(i) == null ? "" : xml.getNamespaceURI(i));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttributeNS(
                    emptyAsNull(xml.getAttributeNamespace(i)),
                    qualified(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)),
                    xml.getAttributeValue(i));
        }
        element.setUserData(LINE, xml.getLocation().getLineNumber(), null);
        return element;
    }

    private static String qualified(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static @Nullable String emptyAsNull(@Nullable String uri) {
        return uri == null || uri.isEmpty() ? null : uri;
    }
}
