package io.quittance.invoice.ksef;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.InvoiceTree;
import io.quittance.invoice.xml.OneDocument;
import io.quittance.xml.SecureXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens a KSeF invoice: one document in a file. */
public final class KsefInvoices {

    private KsefInvoices() {}

    /** Whether a document with this root is read here. */
    public static boolean reads(QName root) {
        return KsefVersion.of(root).isPresent();
    }

    /** The file with its document, or why it is refused as a whole. Its root was looked at before. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        try {
            KsefVersion version = version(file, limits);
            try (var in = file.open()) {
                InvoiceElement root = InvoiceTree.read(
                        SecureXml.reader(in, limits.xml()), version.vocabulary(), limits.documentLines());
                var document = new KsefDocumentReader(file, version, root).read();
                return new InvoiceFile.Readable(
                        InvoiceFormat.KSEF, Findings.NONE, new OneDocument(document, file::copyTo));
            }
        } catch (XMLStreamException e) {
            return InvoiceFile.unparseableXml(SecureXml.finding(file.name(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static KsefVersion version(DeliveredFile file, ReadLimits limits) throws XMLStreamException, IOException {
        try (var in = file.open()) {
            XMLStreamReader xml = SecureXml.reader(in, limits.xml());
            xml.nextTag();
            return KsefVersion.of(xml.getName()).orElseThrow();
        }
    }
}
