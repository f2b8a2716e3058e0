package io.quittance.party;

import java.util.Optional;

/**
 * VAT and GST numbers: one spelling for each, the form of its country, and its check digits. Whether it was ever given to
 * anybody, only a register can say.
 */
public final class VatId {

    private static final char FIRST_HYPHEN = '\u2010';
    private static final char LAST_HYPHEN = '\u2015';

    /** The Federal Tax Authority's numbers are written without hyphens: the reference table has one with them as invalid. */
    private static final String EMIRATES = "AE";

    private VatId() {}

    /** Whether numbers of this territory can be checked: an ISO country, {@code EL} or {@code XI}. */
    public static boolean knows(String territory) {
        return scheme(territory).isPresent();
    }

    /** Checks a number of a territory. One that is not known is not valid: nothing is guessed. */
    public static VatIdCheck check(String territory, String text) {
        String compact = EMIRATES.equals(territory) ? Letters.compact(text) : compact(text);
        return scheme(territory)
                .map(scheme -> scheme.check(territory.equals("MK") ? inLatin(compact) : compact))
                .orElseGet(
                        () -> new VatIdCheck(false, compact, "no form of tax numbers of " + territory + " is known"));
    }

    /** The spelling under which numbers of a territory are compared, valid or not. */
    public static String normalise(String territory, String text) {
        return check(territory, text).normalised();
    }

    /** The territory that a number names itself by its first two letters, when it is a valid number of that territory. */
    public static Optional<String> territoryOf(String text) {
        String compact = compact(text);
        if (compact.length() < 2) {
            return Optional.empty();
        }
        String prefix = compact.substring(0, 2);
        return scheme(prefix).filter(scheme -> scheme.check(compact).valid()).map(VatIdScheme::country);
    }

    /** Upper case, without blanks, dots, commas, slashes and hyphens. */
    static String compact(String text) {
        var compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = c == '-' || (c >= FIRST_HYPHEN && c <= LAST_HYPHEN);
            if (!hyphen && !Letters.isBlank(c) && c != '.' && c != ',' && c != '/') {
                compact.append(c == 'ñ' ? 'Ñ' : Letters.upper(c));
            }
        }
        return compact.toString();
    }

    private static Optional<VatIdScheme> scheme(String territory) {
        return Optional.ofNullable(VatIdSchemes.BY_TERRITORY.get(territory.equals("EL") ? "GR" : territory));
    }

    /** North Macedonia's prefix is often written in Cyrillic, and looks the same. */
    private static String inLatin(String compact) {
        return compact.startsWith("\u041c\u041a") ? "MK" + compact.substring(2) : compact;
    }
}
