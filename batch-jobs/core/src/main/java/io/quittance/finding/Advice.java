package io.quittance.finding;

/** Hints fitted to the document that they are about: a hint is stored once for all states of a document. */
public final class Advice {

    private static final String LIFT = " To overrule the hold: quittance invoice lift ";
    private static final String NAMED = LIFT + "INVOICE --code ";

    private Advice() {}

    /** A hint, and the command that overrules what the code holds. */
    static String overruling(String hint, String code) {
        return hint + NAMED + code + " --reason TEXT";
    }

    /** For a refused document: nobody lifts a refusal, so nothing is said of lifting. */
    public static String correcting(String hint) {
        int lift = hint.indexOf(NAMED);
        return lift < 0 ? hint : hint.substring(0, lift);
    }

    /** For a document that is held: the command as it is typed, in quotes where the shell would take the name apart. */
    public static String about(String hint, String reference) {
        boolean plain = reference.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/-_.:#".indexOf(c) >= 0);
        String typed = plain ? reference : "'" + reference.replace("'", "'\\''") + "'";
        return hint.replace(NAMED, LIFT + typed + " --code ");
    }
}
