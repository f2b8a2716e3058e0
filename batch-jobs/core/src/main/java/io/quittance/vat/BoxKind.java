package io.quittance.vat;

/** What a figure of a form is. */
public enum BoxKind {
    /** Taxable amounts without tax. */
    BASE,
    /** Taxable amounts with the tax that the supplier charges (Australia G11). */
    GROSS,
    /** The same, so far as the tax is deducted (New Zealand 11, of which 12 is 3/23). */
    DEDUCTED,
    /** Tax that the payer owes on purchases. */
    OUTPUT,
    /** Tax that is deducted. */
    INPUT,
    /** Made of other figures. */
    TOTAL,
    /** Withheld from payments: no figure of the VAT ledger. */
    WITHHELD,
    /** One of several taxes in a figure before it: no figure of the form, and counted in that one. */
    PART;

    /** Whether entries go into such a figure by the boxes of their base. */
    public boolean isBase() {
        return this == BASE || this == GROSS || this == DEDUCTED;
    }

    boolean isTax() {
        return switch (this) {
            case OUTPUT, INPUT, TOTAL -> true;
            case BASE, GROSS, DEDUCTED, WITHHELD, PART -> false;
        };
    }
}
