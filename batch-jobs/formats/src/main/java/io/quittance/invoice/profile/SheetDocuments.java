package io.quittance.invoice.profile;

import io.quittance.invoice.file.InvoiceFileReader;
import java.util.List;

/** The documents of a sheet, which have rows and columns and can be written again with remarks beside them. */
public interface SheetDocuments extends InvoiceFileReader {

    /** The sheet that they stand in. */
    Sheet sheet();

    /**
     * Passes over the next document and gives its rows; none when it has more than a document may have.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    List<SheetRow> rows();
}
