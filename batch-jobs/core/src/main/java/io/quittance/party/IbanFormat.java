package io.quittance.party;

import java.util.regex.Pattern;

/**
 * How IBANs of one country look.
 *
 * @param country ISO 3166-1 alpha-2, or XK
 * @param length of the whole IBAN
 * @param structure of the part behind the check digits, as the registry writes it: {@code 4n10c} is four digits and
 *     ten letters or digits; {@code n} digit, {@code a} letter, {@code c} either
 * @param sepa whether the country is in the geographical scope of the SEPA schemes
 * @param domestic the structure as a pattern
 */
record IbanFormat(String country, int length, String structure, boolean sepa, Pattern domestic) {

    private static final Pattern FIELD = Pattern.compile("(\\d+)([nac])");

    static IbanFormat of(String country, int length, String structure, boolean sepa) {
        String regex =
                FIELD.matcher(structure).replaceAll(field -> characters(field.group(2)) + "{" + field.group(1) + "}");
        return new IbanFormat(country, length, structure, sepa, Pattern.compile(regex));
    }

    private static String characters(String kind) {
        return switch (kind) {
            case "n" -> "[0-9]";
            case "a" -> "[A-Z]";
            default -> "[0-9A-Z]";
        };
    }
}
