package io.quittance.invoice.file;

/** The formats that are taken in. */
public enum InvoiceFormat {
    /** Our columns, one row per line of a document. */
    CSV,
    /** OASIS UBL 2.1 Invoice or CreditNote after EN 16931. */
    UBL,
    /** Our own shape in JSON, published as {@code invoice.schema.json}. */
    JSON
}
