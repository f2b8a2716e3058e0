package io.quittance.payment.xml;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** StAX without DOCTYPE, entities or any look outside the stream. The JDK's own parser, whatever the class path holds. */
public final class HardenedStax {

    private static final XMLInputFactory FACTORY = factory();

    private HardenedStax() {}

    /** A reader at the start of the document. Closing it leaves the stream open. */
    public static XMLStreamReader open(InputStream source) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(source);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // JDK 22 and later say "DOCTYPE is disallowed"; older ones pass an event, which XmlSource refuses.
        setIfKnown(factory, "jdk.xml.dtd.support", "deny");
        // JDK 24 and later count every &amp; against these limits; without a DOCTYPE there is nothing else to count.
        setIfKnown(factory, "jdk.xml.maxGeneralEntitySizeLimit", "0");
        setIfKnown(factory, "jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private static void setIfKnown(XMLInputFactory factory, String property, String value) {
        if (factory.isPropertySupported(property)) {
            factory.setProperty(property, value);
        }
    }
}
