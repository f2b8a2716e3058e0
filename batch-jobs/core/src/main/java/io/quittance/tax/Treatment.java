package io.quittance.tax;

/** How VAT or GST falls on a purchase: the closed list of {@code config/tax/return-boxes.csv}. */
public enum Treatment {
    /** The supplier is liable at home, which is the payer's country too: VAT at a positive rate. */
    DOMESTIC_TAXABLE,
    /** Domestic, zero-rated. */
    DOMESTIC_ZERO,
    /** Domestic, exempt by nature (Directive 2006/112 art. 132, 135 and equivalents). */
    DOMESTIC_EXEMPT,
    /** Supplier under the small-business scheme of the payer's country (art. 284). */
    FRANCHISE,
    /** Service from a business in another Member State: the payer is liable (art. 44, 196). */
    EU_SERVICE_RC,
    /** Service from outside the VAT territory: the payer self-assesses. */
    IMPORT_SERVICE_RC,
    /** No VAT system, no taxable person, or a supply whose place is elsewhere. */
    OUT_OF_SCOPE;

    /** Whether the payer owes output tax on the purchase. */
    public boolean isSelfAssessed() {
        return this == EU_SERVICE_RC || this == IMPORT_SERVICE_RC;
    }
}
