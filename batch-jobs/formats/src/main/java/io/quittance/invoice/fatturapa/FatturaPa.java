package io.quittance.invoice.fatturapa;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.xml.DocumentsInOrder;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.InvoiceTree;
import io.quittance.invoice.xml.OneDocument;
import io.quittance.invoice.xml.TermReader;
import io.quittance.invoice.xml.Vocabulary;
import io.quittance.invoice.xml.XmlCopy;
import io.quittance.invoice.xml.XmlDays;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlEncoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** Opens a FatturaPA 1.2: one header, and a body for each document. */
public final class FatturaPa {

    static final String HEADER = "FatturaElettronicaHeader";
    static final String BODY = "FatturaElettronicaBody";

    private static final QName ROOT =
            new QName("http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2", "FatturaElettronica");

    /** Only the root has a namespace. Lines are counted by document, so no line limit for the file. */
    private static final Vocabulary VOCABULARY =
            new Vocabulary(Map.of("", ""), Set.of(), Set.of(), Set.of("Attachment"));

    static final TermReader.Dialect DIALECT = new TermReader.Dialect(false, XmlDays::day);

    private FatturaPa() {}

    /** Whether a document with this root is read here. */
    public static boolean reads(QName root) {
        return root.equals(ROOT);
    }

    /** The file with its documents, or why it is refused as a whole. Its root was looked at before. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        try (var in = file.open()) {
            InvoiceElement root = InvoiceTree.read(
                    SecureXml.reader(in, limits.xml(), XmlEncoding.ANY), VOCABULARY, Integer.MAX_VALUE);
            List<InvoiceElement> headers = root.all(HEADER);
            List<InvoiceElement> bodies = root.all(BODY);
            if (headers.size() != 1 || bodies.isEmpty()) {
                return InvoiceFile.unreadable(incomplete(file, root, headers.size(), bodies.size()));
            }
            var documents = new ArrayList<ReadDocument>();
            for (InvoiceElement body : bodies) {
                int position = documents.size() + 1;
                var reader = new FatturaDocumentReader(file, headers.getFirst(), body, position);
                documents.add(reader.read(limits.documentLines()));
            }
            return new InvoiceFile.Readable(InvoiceFormat.FATTURAPA, Findings.NONE, inOrder(file, limits, documents));
        } catch (XMLStreamException e) {
            return InvoiceFile.unparseableXml(SecureXml.finding(file.name(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    /** A file that is one document is given back byte for byte, one of several with a header of its own. */
    private static InvoiceFileReader inOrder(DeliveredFile file, ReadLimits limits, List<ReadDocument> documents) {
        return documents.size() == 1
                ? new OneDocument(documents.getFirst(), file::copyTo)
                : new DocumentsInOrder(
                        documents,
                        position ->
                                out -> out.write(alone(file, limits, position).getBytes(StandardCharsets.UTF_8)));
    }

    private static Finding incomplete(DeliveredFile file, InvoiceElement root, int headers, int bodies) {
        String message = "the file has " + headers + " " + HEADER + " and " + bodies + " " + BODY;
        return Finding.of(
                FindingCode.FILE_UNREADABLE,
                Place.of(file.name(), root.line()),
                null,
                "one header and at least one body",
                message);
    }

    /** The document with the header and its own body only, in UTF-8. A signature over the whole file is left out with it. */
    private static String alone(DeliveredFile file, ReadLimits limits, int position) {
        int[] bodies = {0};
        try (var in = file.open()) {
            return XmlCopy.of(
                    SecureXml.reader(in, limits.xml(), XmlEncoding.ANY),
                    name -> !name.equals("Signature") && (!name.equals(BODY) || ++bodies[0] == position));
        } catch (XMLStreamException | IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + file.name() + " again", e instanceof IOException io ? io : new IOException(e));
        }
    }
}
