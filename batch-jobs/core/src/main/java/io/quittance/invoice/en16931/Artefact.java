package io.quittance.invoice.en16931;

/**
 * Whose reading of a rule holds. CEN publishes one Schematron for UBL and one for CII, and the two do not tolerate the same: what one
 * takes to the cent, the other lets pass below one unit of the currency (both as of 1.3.16).
 */
public enum Artefact {
    UBL,
    CII,
    /** A syntax without an official artefact: it gets the wider of the two. */
    NONE;

    /**
     * Whether a taxable amount may miss the sum of its lines by less than one unit (BR-*-08). UBL tolerates it where there is tax,
     * CII where there is none; outside the scope of VAT neither does. CII's BR-AF-08 and BR-AG-08 look for the rate where it never
     * stands and so never speak: there we take what UBL says.
     */
    boolean toleratesBase(VatRuleSet category) {
        return switch (this) {
            case UBL -> category.taxed();
            case CII -> category != VatRuleSet.S && category != VatRuleSet.O;
            case NONE -> true;
        };
    }

    /** Whether a breakdown that no line stands behind breaks BR-S-01 and its like; CII asks only for the other direction. */
    boolean asksWhatABreakdownIsOf(VatRuleSet category) {
        return this != CII || !category.taxed();
    }
}
