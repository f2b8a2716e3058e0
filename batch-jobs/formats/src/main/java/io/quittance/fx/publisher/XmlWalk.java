package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.table.TableError;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlEncoding;
import io.quittance.xml.XmlLimits;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through an XML document from element to element. */
final class XmlWalk {

    /** A history since 1999 has a quarter of a million elements. */
    private static final XmlLimits LIMITS = new XmlLimits(32L << 20, 16, 600_000, 16 << 20);

    private final XMLStreamReader reader;
    private final String file;

    XmlWalk(InputStream in, String file) throws XMLStreamException {
        this.reader = SecureXml.reader(in, LIMITS, Set.of(XmlEncoding.WINDOWS_1251));
        this.file = file;
    }

    /** Goes to the next start tag. False at the end of the document. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    String file() {
        return file;
    }

    String name() {
        return reader.getLocalName();
    }

    QName qualifiedName() {
        return reader.getName();
    }

    /** An attribute that must be there. */
    String attribute(String name) {
        String value = find(name);
        if (value == null) {
            throw new TableError(place(), "the element has no attribute " + name);
        }
        return value;
    }

    /** An attribute, null where there is none. */
    @Nullable
    String find(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** The text of an element without children; afterwards the walk is at its end. */
    String text() throws XMLStreamException {
        return reader.getElementText().strip();
    }

    /** The texts of the children of an element by name; afterwards the walk is at its end. */
    Map<String, String> children() throws XMLStreamException {
        var texts = new HashMap<String, String>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = name();
            if (texts.put(name, text()) != null) {
                throw new TableError(place(), "the element has two " + name);
            }
        }
        return texts;
    }

    /** One of those texts. */
    String child(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new TableError(place(), "the element has no " + name);
        }
        return text;
    }

    /** The line the walk is at. */
    Place place() {
        return Place.of(file, Math.max(0, reader.getLocation().getLineNumber()));
    }
}
