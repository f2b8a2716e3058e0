package io.quittance.party;

import io.quittance.party.Checked.Bad;
import io.quittance.party.Checked.Good;

/**
 * An International Bank Account Number (ISO 13616) that passed its structure and its check digits.
 *
 * @param value in electronic form: no blanks, upper case
 */
public record Iban(String value) {

    private static final int COUNTRY_AND_CHECK = 4;

    /** @throws IllegalArgumentException when it is no IBAN in electronic form; the message does not show it */
    public Iban {
        String fault = faultOf(value);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** The IBAN as people write it. @throws IllegalArgumentException with the reason; the message does not show it */
    public static Iban of(String text) {
        return parse(text).orThrow();
    }

    /** The IBAN as people write it, in groups or lower case, or the reason why it is none. */
    public static Checked<Iban> parse(String text) {
        String compact = Letters.compact(text);
        String fault = faultOf(compact);
        return fault.isEmpty() ? new Good<>(new Iban(compact)) : new Bad<>(fault);
    }

    /** ISO country of the account. */
    public String country() {
        return value.substring(0, 2);
    }

    /** Whether SEPA credit transfers reach it. */
    public boolean isSepa() {
        return IbanRegistry.isSepa(country());
    }

    /** What may be shown: country and the last four characters. */
    @Override
    public String toString() {
        return country() + "…" + value.substring(value.length() - COUNTRY_AND_CHECK);
    }

    /** Empty when it is an IBAN. */
    private static String faultOf(String compact) {
        String stranger = Letters.firstStranger(compact);
        if (!stranger.isEmpty()) {
            return "an IBAN has letters A to Z and digits only, not " + stranger;
        }
        if (compact.length() < COUNTRY_AND_CHECK) {
            return "it is too short for an IBAN";
        }
        String country = compact.substring(0, 2);
        return IbanRegistry.format(country)
                .map(format -> faultOf(compact, format))
                .orElseGet(() -> country.chars().allMatch(Character::isLetter)
                        ? country + " is not in the IBAN registry"
                        : "an IBAN begins with the letters of a country");
    }

    private static String faultOf(String compact, IbanFormat format) {
        if (compact.length() != format.length()) {
            return "an IBAN of " + format.country() + " has " + format.length() + " characters, this has "
                    + compact.length();
        }
        if (!format.domestic().matcher(compact.substring(COUNTRY_AND_CHECK)).matches()) {
            return "behind the check digits an IBAN of " + format.country() + " has the structure "
                    + format.structure();
        }
        return hasCheckDigits(compact) ? "" : "the check digits do not fit";
    }

    /** ISO 7064 MOD 97-10. 00, 01 and 99 would pass for 97, 98 and 02 but are never issued. */
    private static boolean hasCheckDigits(String compact) {
        String digits = compact.substring(2, COUNTRY_AND_CHECK);
        return digits.chars().allMatch(Character::isDigit)
                && !digits.equals("00")
                && !digits.equals("01")
                && !digits.equals("99")
                && Checksums.mod97(compact.substring(COUNTRY_AND_CHECK) + compact.substring(0, COUNTRY_AND_CHECK)) == 1;
    }
}
