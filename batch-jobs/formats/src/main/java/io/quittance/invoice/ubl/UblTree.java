package io.quittance.invoice.ubl;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.text.UnreadableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what we look at of a UBL document. Signatures, extensions, attachments and elements of other namespaces are passed over
 * and not kept, so that an element of the same name in another namespace is never taken for ours.
 */
final class UblTree {

    static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    static final String CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
    static final String AGGREGATES = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static final String BASICS = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    private static final Set<String> LINES = Set.of("cac:InvoiceLine", "cac:CreditNoteLine");
    private static final Set<String> NOT_LOOKED_AT = Set.of("cac:Signature", "cac:AdditionalDocumentReference");
    private static final String OTHER = "";
    private static final int TEXT_CHARS = 100_000;

    private final XMLStreamReader xml;
    private final int maxLines;
    private int lines;

    private UblTree(XMLStreamReader xml, int maxLines) {
        this.xml = xml;
        this.maxLines = maxLines;
    }

    /** The whole document; the parser goes to the end of the file, so that nothing after the root goes unseen. */
    static UblElement read(XMLStreamReader xml, int maxLines) throws XMLStreamException {
        return new UblTree(xml, maxLines).read();
    }

    private UblElement read() throws XMLStreamException {
        xml.nextTag();
        UblElement root = element(xml.getLocalName());
        Deque<UblElement> open = new ArrayDeque<>();
        open.push(root);
        var text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case START_ELEMENT -> {
                    text.setLength(0);
                    start(open);
                }
                case END_ELEMENT -> {
                    open.pop().text(text.toString().strip());
                    text.setLength(0);
                }
                case CHARACTERS, CDATA -> append(text);
                default -> {}
            }
        }
        return root;
    }

    private void start(Deque<UblElement> open) throws XMLStreamException {
        String name = prefixed();
        if (name.equals(OTHER) || NOT_LOOKED_AT.contains(name)) {
            passOver();
            return;
        }
        if (LINES.contains(name) && ++lines > maxLines) {
            throw tooLarge("lines in one document", maxLines);
        }
        UblElement element = element(name);
        open.getFirst().add(element);
        open.push(element);
    }

    private String prefixed() {
        return switch (xml.getNamespaceURI()) {
            case AGGREGATES -> "cac:" + xml.getLocalName();
            case BASICS -> "cbc:" + xml.getLocalName();
            case null, default -> OTHER;
        };
    }

    private UblElement element(String name) {
        String currency = xml.getAttributeValue(null, "currencyID");
        String scheme = xml.getAttributeValue(null, "schemeID");
        return new UblElement(name, xml.getLocation().getLineNumber(), currency, scheme);
    }

    private void passOver() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
        }
    }

    private void append(StringBuilder text) throws XMLStreamException {
        if (text.length() + xml.getTextLength() > TEXT_CHARS) {
            throw tooLarge("characters in one field", TEXT_CHARS);
        }
        text.append(xml.getText());
    }

    private XMLStreamException tooLarge(String what, int limit) {
        var at = xml.getLocation();
        var reason = UnreadableException.tooLarge(what, limit, at.getLineNumber(), at.getColumnNumber());
        return new XMLStreamException(reason.getMessage(), reason);
    }
}
