package io.quittance.xml;

import io.quittance.finding.FindingCode;
import io.quittance.text.UnreadableException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Counts what passes and stops at the first thing too much. The JDK has limits of its own, but they differ between releases.
 * Every method that moves on goes through {@link #next()}, so none goes by uncounted.
 */
final class LimitedXmlReader extends StreamReaderDelegate {

    /** CFDI has some thirty. JDK 25 has the same limit of its own, older ones allow ten thousand. */
    private static final int MOST_ATTRIBUTES = 200;

    private final XmlLimits limits;
    private int depth;
    private int elements;
    private int textChars;

    LimitedXmlReader(XMLStreamReader reader, XmlLimits limits) {
        super(reader);
        this.limits = limits;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case START_ELEMENT -> startElement();
            case END_ELEMENT -> {
                depth--;
                textChars = 0;
            }
            case CHARACTERS, CDATA, SPACE, COMMENT -> text(getTextLength());
            case PROCESSING_INSTRUCTION ->
                text(getPIData() == null ? 0 : getPIData().length());
            case DTD, ENTITY_REFERENCE -> throw refused(doctype());
            default -> {}
        }
        return event;
    }

    private void startElement() throws XMLStreamException {
        atMost(limits.depth(), ++depth, "levels of nested elements");
        atMost(limits.elements(), ++elements, "elements");
        textChars = 0;
        atMost(MOST_ATTRIBUTES, getAttributeCount(), "attributes of one element");
        for (int i = 0; i < getAttributeCount(); i++) {
            atMost(limits.textChars(), getAttributeValue(i).length(), "characters in one attribute");
        }
    }

    private void text(int length) throws XMLStreamException {
        textChars += length;
        atMost(limits.textChars(), textChars, "characters in one text");
    }

    private void atMost(int limit, int count, String what) throws XMLStreamException {
        if (count > limit) {
            var at = getLocation();
            throw refused(UnreadableException.tooLarge(what, limit, at.getLineNumber(), at.getColumnNumber()));
        }
    }

    private UnreadableException doctype() {
        var at = getLocation();
        return new UnreadableException(
                FindingCode.FILE_UNREADABLE,
                at.getLineNumber(),
                at.getColumnNumber(),
                "no DOCTYPE",
                "DOCTYPE and entities are refused");
    }

    private static XMLStreamException refused(UnreadableException reason) {
        return new XMLStreamException(reason.getMessage(), reason);
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == SPACE
                || event == COMMENT
                || event == PROCESSING_INSTRUCTION
                || (event == CHARACTERS && isWhiteSpace())) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("a tag was expected", getLocation());
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        require(START_ELEMENT, null, null);
        var text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            switch (event) {
                case CHARACTERS, CDATA, SPACE -> text.append(getText());
                case COMMENT, PROCESSING_INSTRUCTION -> {}
                default -> throw new XMLStreamException("only text was expected here", getLocation());
            }
        }
        return text.toString();
    }
}
