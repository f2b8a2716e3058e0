package io.quittance.fx;

/** What a conversion is for. Each purpose has its own source, date and age limit: they differ by law. */
public enum Purpose {
    /** Into the functional currency of the ledger. */
    BOOKING,
    /** Into the currency of the VAT return (Directive 2006/112 art. 91 and national rules). */
    VAT,
    /** Into the currency in which a payer owes what it withheld. */
    WITHHOLDING,
    /** The estimate of what a payment will cost, shown to approvers. */
    PAYMENT
}
