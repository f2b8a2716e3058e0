package io.quittance.invoice.file;

/** The formats that are taken in. */
public enum InvoiceFormat {
    /** Our columns, or those of a profile, one row per line of a document. */
    CSV,
    /** A workbook whose columns a profile explains. */
    XLSX,
    /** OASIS UBL 2.1 Invoice or CreditNote after EN 16931. */
    UBL,
    /** UN/CEFACT Cross Industry Invoice D16B after EN 16931: XRechnung, Factur-X, ZUGFeRD 2. */
    CII,
    /** A PDF with one of the XML syntaxes inside: Factur-X, ZUGFeRD 2. */
    PDF,
    /** Our own shape in JSON, published as {@code invoice.schema.json}. */
    JSON,
    /** FatturaPA 1.2, Italy. */
    FATTURAPA,
    /** KSeF FA(2) and FA(3), Poland. */
    KSEF,
    /** CFDI 4.0, Mexico. */
    CFDI,
    /** INV-01, India; unverified. */
    INV01
}
