package io.quittance.invoice.cfdi;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.InvoiceTree;
import io.quittance.invoice.xml.OneDocument;
import io.quittance.invoice.xml.Vocabulary;
import io.quittance.xml.SecureXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** Opens a CFDI 4.0: one document in a file. */
public final class CfdiInvoices {

    private static final String NAMESPACE = "http://www.sat.gob.mx/cfd/4";
    private static final QName ROOT = new QName(NAMESPACE, "Comprobante");
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(
                    NAMESPACE,
                    "",
                    "http://www.sat.gob.mx/TimbreFiscalDigital",
                    "tfd:",
                    "http://www.sat.gob.mx/implocal",
                    "implocal:"),
            Set.of("Addenda"),
            Set.of("Concepto"),
            Set.of());

    private CfdiInvoices() {}

    /** Whether a document with this root is read here. */
    public static boolean reads(QName root) {
        return root.equals(ROOT);
    }

    /** The file with its document, or why it is refused as a whole. Its root was looked at before. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        try (var in = file.open()) {
            InvoiceElement root =
                    InvoiceTree.read(SecureXml.reader(in, limits.xml()), VOCABULARY, limits.documentLines());
            var document = new CfdiDocumentReader(file, root).read();
            return new InvoiceFile.Readable(InvoiceFormat.CFDI, Findings.NONE, new OneDocument(document, file::copyTo));
        } catch (XMLStreamException e) {
            return InvoiceFile.unparseableXml(SecureXml.finding(file.name(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
