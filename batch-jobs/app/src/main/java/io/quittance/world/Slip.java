package io.quittance.world;

/** What is wrong with a document. Each sort is rare; together they are some two of a hundred. */
enum Slip {
    /** Bears the number of the document before it. */
    NUMBER_USED_TWICE(4),
    /** Asks to be paid to an account that nobody checked. */
    OTHER_ACCOUNT(4),
    /** A total that its lines do not add up to. */
    WRONG_SUM(4),
    /** Sent by somebody who is not in the register. */
    STRANGER(2),
    /** Due before it was issued. */
    DUE_TOO_EARLY(2),
    /** Does not say whose it is, so that it is refused when it is read. */
    NAMELESS(3),
    NONE(0);

    private static final int PER_MILLE = 1_000;

    private final int perMille;

    Slip(int perMille) {
        this.perMille = perMille;
    }

    static Slip drawn(Chance chance) {
        int left = chance.below(PER_MILLE);
        for (Slip slip : values()) {
            if (left < slip.perMille) {
                return slip;
            }
            left -= slip.perMille;
        }
        return NONE;
    }
}
