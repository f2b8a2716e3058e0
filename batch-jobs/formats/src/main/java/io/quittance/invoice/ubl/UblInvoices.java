package io.quittance.invoice.ubl;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.InvoiceTree;
import io.quittance.invoice.xml.OneDocument;
import io.quittance.invoice.xml.WholeText;
import io.quittance.xml.SecureXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** Opens a UBL 2.1 Invoice or CreditNote: one document in a file. */
public final class UblInvoices {

    private static final QName INVOICE = new QName(UblSyntax.INVOICE, "Invoice");
    private static final QName CREDIT_NOTE = new QName(UblSyntax.CREDIT_NOTE, "CreditNote");

    private UblInvoices() {}

    /** Whether a document with this root is read here. */
    public static boolean reads(QName root) {
        return root.equals(INVOICE) || root.equals(CREDIT_NOTE);
    }

    /** The file with its document, or why it is refused as a whole. Its root was looked at before. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        try (var in = file.open()) {
            InvoiceElement root =
                    InvoiceTree.read(SecureXml.reader(in, limits.xml()), UblSyntax.VOCABULARY, limits.documentLines());
            ReadDocument document = new UblDocumentReader(file, root).read(() -> WholeText.of(file, limits));
            return new InvoiceFile.Readable(
                    InvoiceFormat.UBL, Findings.NONE, new OneDocument(document, () -> WholeText.of(file, limits)));
        } catch (XMLStreamException e) {
            return InvoiceFile.unreadable(SecureXml.finding(file.name(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
