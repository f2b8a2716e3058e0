package io.quittance.invoice;

/** VAT category codes of EN 16931 (UNTDID 5305, BT-118 and BT-151). */
public enum VatCategory {
    /** Standard or any positive rate. */
    S,
    /** Zero rated. */
    Z,
    /** Exempt. */
    E,
    /** Reverse charge. */
    AE,
    /** Intra-community supply of goods. */
    K,
    /** Export. */
    G,
    /** Outside the scope of VAT. */
    O,
    /** Canary Islands IGIC. */
    L,
    /** Ceuta and Melilla IPSI. */
    M;

    /** Whether the supplier charges tax under this category. */
    public boolean isTaxed() {
        return this == S || this == L || this == M;
    }
}
