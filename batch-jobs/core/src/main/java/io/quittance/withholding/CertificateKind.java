package io.quittance.withholding;

/** What a document says that changes withholding. */
public enum CertificateKind {
    /** Of residence, by the tax office of the payee: opens the treaty. */
    RESIDENCE,
    /** A claim under a treaty; may name the rate itself. */
    TREATY,
    /** The payer's tax office exempts the payee. */
    EXEMPTION,
    /** IRS form of foreign individuals. */
    W8BEN,
    /** IRS form of foreign entities. */
    W8BENE,
    /** IRS form of US persons: gives the TIN. */
    W9,
    /** Indonesia's form for treaty relief. */
    DGT,
    /** Spain: written notice of the year of start and the two following. */
    NEW_PROFESSIONAL,
    /** The payer's tax office sets a lower rate for this payee. */
    LOWER_RATE,
    /** The payee is under a scheme that rows of the rules name, such as RESICO or FORFETTARIO. */
    SCHEME;

    /** Whether it opens a treaty between payer's and payee's country. */
    boolean opensTreaty() {
        return switch (this) {
            case RESIDENCE, TREATY, W8BEN, W8BENE, DGT -> true;
            case EXEMPTION, W9, NEW_PROFESSIONAL, LOWER_RATE, SCHEME -> false;
        };
    }
}
