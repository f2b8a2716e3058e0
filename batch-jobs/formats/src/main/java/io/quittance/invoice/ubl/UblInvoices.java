package io.quittance.invoice.ubl;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.xml.XmlInvoices;
import javax.xml.namespace.QName;

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
        return XmlInvoices.open(file, limits, new UblSyntax());
    }
}
