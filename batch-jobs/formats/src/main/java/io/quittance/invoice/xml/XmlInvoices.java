package io.quittance.invoice.xml;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.xml.SecureXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;

/** Opens a file that is one document in a syntax of EN 16931. */
public final class XmlInvoices {

    private XmlInvoices() {}

    /** The file with its document, or why it is refused as a whole. Its root was looked at before. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits, XmlInvoiceSyntax syntax) {
        try (var in = file.open()) {
            InvoiceElement root =
                    InvoiceTree.read(SecureXml.reader(in, limits.xml()), syntax.vocabulary(), limits.documentLines());
            ReadDocument document = new XmlDocumentReader(file, root, syntax).read();
            return new InvoiceFile.Readable(syntax.format(), Findings.NONE, new OneDocument(document, file::copyTo));
        } catch (XMLStreamException e) {
            return InvoiceFile.unparseableXml(SecureXml.finding(file.name(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
