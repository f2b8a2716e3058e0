package io.quittance.payment.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A document read from front to end: from start tag to start tag, or a whole element at a time. What is not well-formed,
 * carries a DOCTYPE or passes a limit ends in a {@link RefusedException} with its place.
 */
public final class XmlSource {

    /** Most elements of one fragment held at once; folded ones do not count. */
    private static final int MAX_ELEMENTS = 20_000;

    /** Longest text of one element; ISO 20022 allows 9,000 in structured remittance, 2,048 elsewhere. */
    private static final int MAX_TEXT = 20_000;

    private final String file;
    private final XMLStreamReader reader;

    private XmlSource(String file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Opens a document.
     *
     * @param file its name, for findings
     */
    public static XmlSource open(String file, InputStream source) throws RefusedException {
        try {
            return new XmlSource(file, SecureXml.reader(source, XmlLimits.BANK_FILE));
        } catch (XMLStreamException unreadable) {
            throw new RefusedException(SecureXml.finding(file, unreadable));
        }
    }

    /**
     * Goes on to the next start tag, however deep.
     *
     * @return false at the end of the document
     */
    public boolean nextElement() throws RefusedException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Local name of the element it stands on. */
    public String name() {
        return reader.getLocalName();
    }

    public Place place() {
        return Place.of(file, Math.max(0, reader.getLocation().getLineNumber()));
    }

    /** Reads the element that it stands on, to its end tag. */
    public XmlElement element() throws RefusedException {
        return element("", soFar -> {});
    }

    /**
     * Reads the element that it stands on, to its end tag, but leaves every inner element named {@code streamed} to
     * {@code reading}, which must read it to its end tag and is not kept: so a large element with many small ones in it never
     * stands in memory whole.
     */
    public XmlElement element(String streamed, InnerReading reading) throws RefusedException {
        return new FragmentReader(streamed, reading).read();
    }

    /** Reads an inner element that this source stands on. */
    @FunctionalInterface
    public interface InnerReading {
        /**
         * Reads it to its end tag.
         *
         * @param soFar the outer element as far as it is read
         */
        void read(XmlElement soFar) throws RefusedException;
    }

    private int next() throws RefusedException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException unreadable) {
            throw new RefusedException(SecureXml.finding(file, unreadable));
        }
    }

    private RefusedException tooLarge(String what) {
        return new RefusedException(
                Finding.of(FindingCode.FILE_TOO_LARGE, place(), null, null, "The file has " + what));
    }

    private final class FragmentReader {
        private final String streamed;
        private final InnerReading reading;
        private final XmlElement root = start();
        private int kept;

        FragmentReader(String streamed, InnerReading reading) {
            this.streamed = streamed;
            this.reading = reading;
        }

        XmlElement read() throws RefusedException {
            fill(root);
            return root;
        }

        private void fill(XmlElement element) throws RefusedException {
            while (true) {
                switch (next()) {
                    case XMLStreamConstants.START_ELEMENT -> child(element);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(element);
                    case XMLStreamConstants.END_ELEMENT -> {
                        return;
                    }
                    default -> {}
                }
            }
        }

        private void child(XmlElement parent) throws RefusedException {
            if (name().equals(streamed)) {
                reading.read(root);
                return;
            }
            if (++kept > MAX_ELEMENTS) {
                throw tooLarge("more than " + MAX_ELEMENTS + " elements inside one " + root.name());
            }
            XmlElement child = start();
            fill(child);
            parent.add(child);
        }

        private void text(XmlElement element) throws RefusedException {
            if (element.length() + reader.getTextLength() > MAX_TEXT) {
                throw tooLarge("a text longer than " + MAX_TEXT + " characters in " + element.name());
            }
            element.append(reader.getText());
        }

        private XmlElement start() {
            XmlElement element = new XmlElement(name(), place().at(name()));
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            return element;
        }
    }
}
