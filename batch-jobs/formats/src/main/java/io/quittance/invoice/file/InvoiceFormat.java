package io.quittance.invoice.file;

/** The formats that are taken in. */
public enum InvoiceFormat {
    /** Our columns, or those of a profile, one row per line of a document. */
    CSV,
    /** A workbook whose columns a profile explains. */
    XLSX,
    /** OASIS UBL 2.1 Invoice or CreditNote after EN 16931. */
    UBL
}
