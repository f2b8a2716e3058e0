package io.quittance.payment.text;

/** The characters that a scheme carries. Schemas do not check them: the German GBIC_5 accepts Cyrillic and emoji in names. */
public enum CharacterSet {
    /** The Latin set of the European Payments Council (EPC230-15), which is FIN-X without line breaks: all of SEPA, and references everywhere. */
    EPC_LATIN("/-?:().,'+ "),
    /** FIN-X extended, what CBPR+ carries in names, addresses and remittance information. */
    FIN_X_EXTENDED("/-?:().,'+ !#$%&*=^_`{|}~\";<>@[\\]");

    private final String signs;

    CharacterSet(String signs) {
        this.signs = signs;
    }

    /** Whether it holds the character. */
    public boolean has(int codePoint) {
        return isBetween(codePoint, 'a', 'z')
                || isBetween(codePoint, 'A', 'Z')
                || isBetween(codePoint, '0', '9')
                || signs.indexOf(codePoint) >= 0;
    }

    /** Whether it holds every character. */
    public boolean hasAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(int codePoint, char first, char last) {
        return codePoint >= first && codePoint <= last;
    }
}
