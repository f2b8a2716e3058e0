package io.quittance.invoice.xml;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.text.UnreadableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what we look at of one document in XML. Signatures and extensions are passed over and not kept. */
public final class InvoiceTree {

    private static final String OTHER = "?";
    private static final int TEXT_CHARS = 100_000;

    private final XMLStreamReader xml;
    private final Vocabulary vocabulary;
    private final int maxLines;
    private final StringBuilder text = new StringBuilder();
    private int lines;
    private long base64;

    private InvoiceTree(XMLStreamReader xml, Vocabulary vocabulary, int maxLines) {
        this.xml = xml;
        this.vocabulary = vocabulary;
        this.maxLines = maxLines;
    }

    /**
     * The root of the whole document, under its local name; the parser goes to the end of the file, so that nothing after the
     * root goes unseen.
     *
     * @param xml before its first event, from {@link io.quittance.xml.SecureXml}
     * @param maxLines of one document
     */
    public static InvoiceElement read(XMLStreamReader xml, Vocabulary vocabulary, int maxLines)
            throws XMLStreamException {
        return new InvoiceTree(xml, vocabulary, maxLines).read();
    }

    private InvoiceElement read() throws XMLStreamException {
        xml.nextTag();
        InvoiceElement root = element(xml.getLocalName());
        Deque<InvoiceElement> open = new ArrayDeque<>();
        open.push(root);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case START_ELEMENT -> start(open);
                case END_ELEMENT -> end(open.pop());
                case CHARACTERS, CDATA -> append(open);
                default -> {}
            }
        }
        return root;
    }

    private void start(Deque<InvoiceElement> open) throws XMLStreamException {
        text.setLength(0);
        base64 = 0;
        String prefix =
                vocabulary.prefixes().getOrDefault(Objects.requireNonNullElse(xml.getNamespaceURI(), ""), OTHER);
        String name = prefix + xml.getLocalName();
        if (prefix.equals(OTHER) || vocabulary.passedOver().contains(name)) {
            passOver();
            return;
        }
        if (vocabulary.lines().contains(name) && ++lines > maxLines) {
            throw tooLarge("lines in one document", maxLines);
        }
        InvoiceElement element = element(name);
        open.getFirst().add(element);
        open.push(element);
    }

    private void end(InvoiceElement element) {
        element.text(text.toString().strip());
        element.bytes(base64 * 3 / 4);
        text.setLength(0);
        base64 = 0;
    }

    private InvoiceElement element(String name) {
        int count = xml.getAttributeCount();
        Map<String, String> attributes = count == 0 ? Map.of() : HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            if (xml.getAttributeNamespace(i) == null
                    || xml.getAttributeNamespace(i).isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return new InvoiceElement(name, xml.getLocation().getLineNumber(), attributes);
    }

    private void passOver() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
        }
    }

    private void append(Deque<InvoiceElement> open) throws XMLStreamException {
        if (open.isEmpty()) {
            return;
        }
        if (vocabulary.attachments().contains(open.getFirst().name())) {
            base64 += xml.getText().chars().filter(c -> c > ' ' && c != '=').count();
            return;
        }
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
