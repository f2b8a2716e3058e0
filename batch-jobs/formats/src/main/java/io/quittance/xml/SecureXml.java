package io.quittance.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.text.StrictUtf8Reader;
import io.quittance.text.UnreadableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Makes hardened XML parsers. The factories of the JDK are asked for by name, so that another parser on the class path changes
 * nothing; by default those of the JDK read any file that a document names.
 */
public final class SecureXml {

    /** JDK 22 and newer; says "DOCTYPE is disallowed" where the portable switch lets one pass unread. */
    private static final String JDK_DTD_SUPPORT = "jdk.xml.dtd.support";

    private static final List<String> JDK_ENTITY_LIMITS =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

    private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "US-ASCII");

    private static final int SAID = 300;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]+");

    private SecureXml() {}

    /**
     * A hardened parser, before the first event. Only UTF-8 is read, with or without a byte order mark.
     * Whatever is wrong comes as an {@link XMLStreamException}: see {@link #finding}.
     */
    public static XMLStreamReader reader(InputStream in, XmlLimits limits) throws XMLStreamException {
        return reader(in, limits, XmlEncoding.NONE);
    }

    /**
     * The same for a syntax that may come in other encodings.
     *
     * @param allowed besides UTF-8, each only where the document declares it
     */
    public static XMLStreamReader reader(InputStream in, XmlLimits limits, Set<XmlEncoding> allowed)
            throws XMLStreamException {
        InputStream bytes = in.markSupported() ? in : new BufferedInputStream(in);
        XmlEncoding encoding = declared(bytes).filter(allowed::contains).orElse(null);
        InputStream text = encoding == null ? bytes : new SingleByteText(bytes, encoding);
        var reader = new LimitedXmlReader(
                inputFactory().createXMLStreamReader(new StrictUtf8Reader(text, limits.bytes())), limits);
        String declared = reader.getCharacterEncodingScheme();
        boolean fits = encoding == null
                ? declared == null || ENCODINGS.contains(declared.toUpperCase(Locale.ROOT))
                : declared != null && encoding.isNamed(declared);
        if (!fits) {
            throw new XMLStreamException("the declared encoding is not UTF-8", reader.getLocation());
        }
        return reader;
    }

    /**
     * A whole document as a tree, for those who can read nothing else: it was read by {@link #reader}, so nothing in it names
     * anything outside it. Each element knows its line: see {@link #lineOf}. Comments are left out.
     */
    public static Document document(InputStream in, XmlLimits limits) throws XMLStreamException {
        return LinedDocument.read(reader(in, limits));
    }

    /** The line where the start tag of an element of {@link #document} ends, from 1; 0 when unknown. */
    public static long lineOf(Node element) {
        return LinedDocument.lineOf(element);
    }

    private static Optional<XmlEncoding> declared(InputStream bytes) throws XMLStreamException {
        try {
            return XmlEncoding.declaredIn(bytes);
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    private static XMLInputFactory inputFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        if (factory.isPropertySupported(JDK_DTD_SUPPORT)) {
            factory.setProperty(JDK_DTD_SUPPORT, "deny");
        }
        // JDK 24 and newer count every &amp; against these; without a DOCTYPE there is nothing else to count.
        for (String limit : JDK_ENTITY_LIMITS) {
            if (factory.isPropertySupported(limit)) {
                factory.setProperty(limit, "0");
            }
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    /**
     * What the parser said, as a finding with line and column.
     *
     * @throws UncheckedIOException when it was the disk that failed and not the document
     */
    public static Finding finding(String file, XMLStreamException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return unreadable.finding(file);
            }
            if (cause instanceof IOException fault) {
                throw new UncheckedIOException("Cannot read " + file, fault);
            }
        }
        var at = refusal.getLocation();
        long line = at == null ? 0 : Math.max(0, at.getLineNumber());
        long column = at == null ? 0 : Math.max(0, at.getColumnNumber());
        return new UnreadableException(
                        FindingCode.FILE_UNREADABLE, line, column, "well-formed XML", withoutPosition(refusal))
                .finding(file);
    }

    /** At most so much, and nothing that cannot be seen: it may quote the document. */
    private static String withoutPosition(Exception refusal) {
        String said = String.valueOf(refusal.getMessage());
        int message = said.indexOf("Message: ");
        String seen = UNSEEN.matcher(message < 0 ? said : said.substring(message + "Message: ".length()))
                .replaceAll(" ")
                .strip();
        return seen.length() <= SAID ? seen : seen.substring(0, SAID) + "…";
    }

    /** A schema of ours, by its place on the class path. It may not include or import what lies elsewhere. */
    public static Schema schema(URL xsd) {
        try (InputStream in = xsd.openStream()) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(in, xsd.toExternalForm()));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The schema " + xsd + " cannot be loaded", e);
        }
    }

    /** What the schema has against the document, each with its line; at most a hundred. None when it is valid. */
    public static Findings validate(Schema schema, String file, InputStream document, XmlLimits limits)
            throws IOException {
        var faults = new SchemaFaults(file);
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(faults);
            validator.validate(new StAXSource(reader(document, limits)));
        } catch (XMLStreamException e) {
            faults.add(finding(file, e));
        } catch (SAXException e) {
            faults.add(
                    e.getException() instanceof XMLStreamException inner ? finding(file, inner) : unreadable(file, e));
        }
        return faults.found();
    }

    private static Finding unreadable(String file, SAXException e) {
        return Finding.of(FindingCode.FILE_UNREADABLE, Place.of(file), null, "well-formed XML", withoutPosition(e));
    }
}
