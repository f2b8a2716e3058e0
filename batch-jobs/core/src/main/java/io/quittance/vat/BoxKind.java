package io.quittance.vat;

/** What a figure of a form is. */
public enum BoxKind {
    /** Taxable amounts without tax. */
    BASE,
    /** Taxable amounts with the tax that the supplier charges (Australia G11, New Zealand 11). */
    GROSS,
    /** Tax that the payer owes on purchases. */
    OUTPUT,
    /** Tax that is deducted. */
    INPUT,
    /** Made of other figures. */
    TOTAL,
    /** Withheld from payments: no figure of the VAT ledger. */
    WITHHELD;

    boolean isTax() {
        return switch (this) {
            case OUTPUT, INPUT, TOTAL -> true;
            case BASE, GROSS, WITHHELD -> false;
        };
    }
}
