package io.quittance.assessment;

/** What two documents may have in common that makes them look like one, with the points that it counts by default. */
public enum Resemblance {
    /** The same currency and gross amount. */
    SAME_AMOUNT(40, "the same amount"),
    /** The same date of issue. */
    SAME_DATE(30, "the same date"),
    /** Dates of issue one day apart. */
    NEXT_DAY(20, "a day apart"),
    /** The same number, at another id of the contractor. */
    SAME_NUMBER(45, "the same number"),
    /** Numbers that a scanner takes for each other: O and 0, I, L and 1, S and 5, B and 8, Z and 2, G and 6. */
    SCANNED_NUMBER(35, "numbers that look alike"),
    /** Numbers that differ by the letters before them only. */
    PREFIXED_NUMBER(30, "numbers that differ by their prefix"),
    /** Numbers at a distance of one or two characters (Levenshtein), or with two neighbours exchanged. */
    NEAR_NUMBER(25, "numbers that differ by a slip"),
    /** Another contractor id of the same person: merged, or with the same VAT id. */
    SAME_PERSON(20, "the same person"),
    /** Another contractor with an account in common. */
    SAME_ACCOUNT(15, "an account in common");

    private final int points;
    private final String words;

    Resemblance(int points, String words) {
        this.points = points;
        this.words = words;
    }

    /** How much it counts unless configuration says otherwise. */
    public int points() {
        return points;
    }

    /** What people read. */
    public String words() {
        return words;
    }
}
