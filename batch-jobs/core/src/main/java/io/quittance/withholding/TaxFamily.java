package io.quittance.withholding;

/** The two families that are never mixed: they have bases, accounts and returns of their own. */
public enum TaxFamily {
    /** Tax on the payee's income, kept back from the fee. */
    INCOME_TAX,
    /** A part of the VAT on the invoice that the payer hands to the tax office instead of the payee. */
    RETAINED_VAT
}
