package io.quittance.tax;

/**
 * The order in which a purchase is taxed; it never changes. This package takes 1 to 8, 11 and 12; the others are taken by those
 * who know exchange rates, the currency of the return, payments and the ledger.
 */
public enum Step {
    IDENTITY(1, "who pays, who supplies"),
    SERVICE(2, "kind of service"),
    PLACE(3, "place of supply"),
    STANDING(4, "supplier's standing"),
    SCHEME(5, "special scheme"),
    LIABILITY(6, "who is liable"),
    TAX_POINT(7, "tax point"),
    RATE(8, "rate in force"),
    EXCHANGE(9, "exchange rate"),
    AMOUNT(10, "amount and its rounding"),
    RECOVERY(11, "how much may be deducted"),
    CLAIM(12, "does the claim agree"),
    WITHHOLDING(13, "what is withheld"),
    BOOKING(14, "postings and boxes"),
    EVIDENCE(15, "what is kept");

    private final int number;
    private final String asks;

    Step(int number, String asks) {
        this.number = number;
        this.asks = asks;
    }

    /** Its place in the order, 1 to 15. */
    public int number() {
        return number;
    }

    /** The question as people read it: {@code 6 who is liable}. */
    public String question() {
        return number + " " + asks;
    }
}
