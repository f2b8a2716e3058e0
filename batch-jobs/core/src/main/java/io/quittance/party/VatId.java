package io.quittance.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * VAT and GST numbers: one spelling for each, the form of its country, and its check digits. Whether it was ever given to
 * anybody, only a register can say.
 */
public final class VatId {

    private static final char FIRST_HYPHEN = '\u2010';
    private static final char LAST_HYPHEN = '\u2015';

    /** The Federal Tax Authority's numbers are written without hyphens: the reference table has one with them as invalid. */
    private static final String EMIRATES = "AE";

    private static final Pattern EXEMPTION = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,20}EX");
    private static final String EXEMPTION_NUMBER =
            "this is a number of the scheme for small enterprises (EX), no VAT number;"
                    + " it must not be used without its suffix";

    private VatId() {}

    /** The country of a VAT territory: {@code CA} of {@code CA-ON}, itself of every other. */
    public static String countryOf(String territory) {
        int part = territory.indexOf('-');
        return part < 0 ? territory : territory.substring(0, part);
    }

    /** Whether numbers of this territory can be checked: an ISO country, {@code EL} or {@code XI}, or a part of one. */
    public static boolean knows(String territory) {
        return scheme(territory).isPresent();
    }

    /** Checks a number of a territory. One that is not known is not valid: nothing is guessed. */
    public static VatIdCheck check(String territory, String text) {
        String compact = compact(territory, text);
        if (isExemptionNumber(compact)) {
            return new VatIdCheck(false, compact, EXEMPTION_NUMBER);
        }
        return scheme(territory)
                .map(scheme -> scheme.check(compact))
                .map(check -> check.valid() ? check : withOtherTerritory(check, territory, text))
                .orElseGet(
                        () -> new VatIdCheck(false, compact, "no form of tax numbers of " + territory + " is known"));
    }

    /** Whether a number is valid: what {@link #check} says, without its reasons, for who tries many. */
    public static boolean isValid(String territory, String text) {
        String compact = compact(territory, text);
        return !isExemptionNumber(compact)
                && scheme(territory).filter(scheme -> scheme.fits(compact)).isPresent();
    }

    /** Without what is written between the characters in that territory. */
    private static String compact(String territory, String text) {
        String compact = EMIRATES.equals(territory) ? Letters.compact(text) : compact(text);
        return territory.equals("MK") ? inLatin(compact) : compact;
    }

    /**
     * Numbers of the scheme for small enterprises (Directive (EU) 2020/285): a member state, up to 20 characters and EX. They
     * are no VAT numbers, and what is left without the suffix is not this business's number of that scheme.
     */
    private static boolean isExemptionNumber(String compact) {
        return EXEMPTION.matcher(compact).matches()
                && scheme(compact.substring(0, 2))
                        .map(VatIdScheme::country)
                        .filter(VatIdSchemes.MEMBERS::contains)
                        .isPresent();
    }

    private static VatIdCheck withOtherTerritory(VatIdCheck check, String territory, String text) {
        return territoryOf(text)
                .filter(other -> !other.equals(territory))
                .map(other -> new VatIdCheck(
                        false, check.normalised(), check.reason() + "; it would be a valid number of " + other))
                .orElse(check);
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
        return scheme(prefix).filter(scheme -> scheme.fits(compact)).map(VatIdScheme::country);
    }

    /** The territory that a text names by its first two letters, valid or not. */
    public static Optional<String> namedTerritory(String text) {
        String compact = inLatin(compact(text));
        return compact.length() < 2
                ? Optional.empty()
                : scheme(compact.substring(0, 2)).map(VatIdScheme::country);
    }

    /** The Member State of a code, by its ISO code: {@code GR} of {@code EL}; nothing for any other and for parts of one. */
    public static Optional<String> memberState(String code) {
        String iso = code.equals("EL") ? "GR" : code;
        return VatIdSchemes.MEMBERS.contains(iso) ? Optional.of(iso) : Optional.empty();
    }

    /** Whether VIES answers about numbers of this territory: the member states, Monaco among France's, and XI. */
    public static boolean isInVies(String territory) {
        return scheme(territory)
                .map(VatIdScheme::country)
                .filter(country ->
                        VatIdSchemes.MEMBERS.contains(country) || country.equals("XI") || country.equals("MC"))
                .isPresent();
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
        String country = countryOf(territory);
        return Optional.ofNullable(VatIdSchemes.BY_TERRITORY.get(country.equals("EL") ? "GR" : country));
    }

    /** North Macedonia's prefix is often written in Cyrillic, and looks the same. */
    private static String inLatin(String compact) {
        return compact.startsWith("\u041c\u041a") ? "MK" + compact.substring(2) : compact;
    }
}
