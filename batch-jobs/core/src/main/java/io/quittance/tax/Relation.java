package io.quittance.tax;

/** How the supplier's VAT territory lies to the payer's on the tax point. */
public enum Relation {
    /** The same territory. */
    DOMESTIC,
    /** Two territories of one union: two Member States. */
    SAME_UNION,
    /** Neither. */
    FOREIGN,
    /** One of them has rules of its own that are not in the tables (Canaries, Åland, French overseas, a part without a row). */
    SPECIAL
}
