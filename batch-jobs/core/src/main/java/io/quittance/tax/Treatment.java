package io.quittance.tax;

/**
 * How VAT or GST falls on a purchase: the closed list. The codes are those of the returns' box tables; a document of
 * several domestic treatments carries the first of them in this order.
 */
public enum Treatment {
    /** The supplier is liable at home, which is the payer's country too: VAT at a positive rate. */
    DOMESTIC_TAXABLE,
    /** Domestic, zero-rated. */
    DOMESTIC_ZERO,
    /** Domestic, exempt by nature (Directive 2006/112 art. 132, 135 and equivalents). */
    DOMESTIC_EXEMPT,
    /** Domestic, but the payer is liable (art. 199 and equivalents: construction and others). */
    DOMESTIC_RC,
    /** Supplier under the small-business scheme of the payer's country (art. 284). */
    FRANCHISE,
    /** Service from a business in another Member State: the payer is liable (art. 44, 196). */
    EU_SERVICE_RC,
    /** Service from outside the Union to a payer in it: the payer is liable (art. 44, 196). */
    NON_EU_SERVICE_RC,
    /** Service from abroad to a payer outside the Union who always self-assesses. */
    IMPORT_SERVICE_RC,
    /** Service from abroad, self-assessed only because the payer cannot recover in full. */
    IMPORT_SERVICE_RC_PARTIAL,
    /** Service from abroad, self-assessed by a payer without any right to deduct. */
    IMPORT_SERVICE_RC_NON_DEDUCTIBLE,
    /** The supplier rightly charged another country's VAT: paid as it stands, never deducted here. */
    FOREIGN_VAT_CHARGED,
    /** No treatment of a purchase: the boxes of what is withheld where no Australian Business Number is quoted. */
    NO_ABN_WITHHOLDING,
    /** No VAT system, no taxable person, or a supply whose place is elsewhere. */
    OUT_OF_SCOPE;

    /** Whether the payer owes output tax on the purchase. */
    public boolean isSelfAssessed() {
        return switch (this) {
            case DOMESTIC_RC,
                    EU_SERVICE_RC,
                    NON_EU_SERVICE_RC,
                    IMPORT_SERVICE_RC,
                    IMPORT_SERVICE_RC_PARTIAL,
                    IMPORT_SERVICE_RC_NON_DEDUCTIBLE -> true;
            case DOMESTIC_TAXABLE,
                    DOMESTIC_ZERO,
                    DOMESTIC_EXEMPT,
                    FRANCHISE,
                    FOREIGN_VAT_CHARGED,
                    NO_ABN_WITHHOLDING,
                    OUT_OF_SCOPE -> false;
        };
    }
}
