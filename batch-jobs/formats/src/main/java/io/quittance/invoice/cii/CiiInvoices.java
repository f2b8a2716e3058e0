package io.quittance.invoice.cii;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.xml.XmlInvoices;
import javax.xml.namespace.QName;

/** Opens a Cross Industry Invoice: one document in a file. */
public final class CiiInvoices {

    private static final QName ROOT = new QName(CiiSyntax.INVOICE, "CrossIndustryInvoice");

    private CiiInvoices() {}

    /** Whether a document with this root is read here. */
    public static boolean reads(QName root) {
        return root.equals(ROOT);
    }

    /** The file with its document, or why it is refused as a whole. Its root was looked at before. */
    public static InvoiceFile open(DeliveredFile file, ReadLimits limits) {
        return XmlInvoices.open(file, limits, new CiiSyntax());
    }
}
