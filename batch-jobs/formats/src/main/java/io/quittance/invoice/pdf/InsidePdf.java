package io.quittance.invoice.pdf;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import java.io.IOException;

/** The documents of the XML inside a PDF. What is given back to be corrected is the PDF. */
final class InsidePdf implements InvoiceFileReader {

    private final InvoiceFileReader xml;
    private final DeliveredFile pdf;

    InsidePdf(InvoiceFileReader xml, DeliveredFile pdf) {
        this.xml = xml;
        this.pdf = pdf;
    }

    @Override
    public boolean hasNext() {
        return xml.hasNext();
    }

    @Override
    public ReadDocument next() {
        return switch (xml.next()) {
            case ReadDocument.Understood(var invoice, var stated, var warnings) ->
                new ReadDocument.Understood(invoice, inPdf(stated), warnings);
            case ReadDocument.Refused(var position, var place, var findings, var stated) ->
                new ReadDocument.Refused(position, place, findings, inPdf(stated));
        };
    }

    private static Stated inPdf(Stated stated) {
        String syntax = stated.syntax().equals("CII") ? "Factur-X PDF/CII" : "PDF/" + stated.syntax();
        return new Stated(syntax, stated.terms(), stated.vat(), stated.lines(), stated.attachments(), stated.where());
    }

    @Override
    public void skip(int documents) {
        xml.skip(documents);
    }

    @Override
    public Original original() {
        xml.original();
        return pdf::copyTo;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
