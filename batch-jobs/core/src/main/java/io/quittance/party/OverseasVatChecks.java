package io.quittance.party;

import static io.quittance.party.Checksums.digit;
import static io.quittance.party.Checksums.last;
import static io.quittance.party.Checksums.weighted;

import java.time.Month;

/**
 * Check digits of tax numbers outside Europe. Each takes the number already of the right form. The rules are those the tax
 * offices publish, as collected in the reference tables.
 */
final class OverseasVatChecks {

    private static final String CHINESE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private OverseasVatChecks() {}

    /** The classes of legal entities and their types, as Costa Rica's register lists them. */
    static boolean hasCostaRicanType(String body) {
        int type = Integer.parseInt(body.substring(1, 4));
        return switch (body.charAt(0)) {
            case '2' -> type >= 100 && type <= 400 && type % 100 == 0;
            case '3' -> (type >= 2 && type <= 14) || (type >= 101 && type <= 110);
            case '4' -> type == 0;
            default -> type == 1;
        };
    }

    static boolean hasIndianState(String body) {
        int state = Integer.parseInt(body.substring(0, 2));
        return (state >= 1 && state <= 38) || state == 97 || state == 99;
    }

    /** The fourth letter of a PAN: association, body of individuals, company, firm, government, and so on. */
    static boolean hasPan(String body) {
        return "ABCEFGHJKLPT".indexOf(body.charAt(5)) >= 0 && !body.startsWith("0000", 7);
    }

    static boolean hasKoreanParts(String body) {
        return body.compareTo("101") >= 0 && !body.startsWith("00", 3) && !body.startsWith("0000", 5);
    }

    static boolean hasMexicanDate(String body) {
        int month = Integer.parseInt(body.substring(body.length() - 7, body.length() - 5));
        int day = Integer.parseInt(body.substring(body.length() - 5, body.length() - 3));
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
    }

    static boolean hasRegistration(String body) {
        int first = Integer.parseInt(body.substring(0, 2));
        return first >= 1 && first <= 22 && !body.startsWith("000000", 2);
    }

    static boolean argentina(String body) {
        int check = Math.floorMod(-weighted(body, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11);
        return (check == 10 ? 9 : check) == last(body);
    }

    /** One is taken from the first digit, then weights modulo 89. */
    static boolean australia(String body) {
        return (weighted(body, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
    }

    static boolean azerbaijan(String body) {
        return weighted(body, 4, 1, 8, 6, 2, 7, 5, 3) % 11 == digit(body, 8);
    }

    /** CNPJ, since July 2026 with letters; a character counts as its ASCII code less 48. Eleven digits: a person's CPF. */
    static boolean brazil(String body) {
        if (body.length() == 11) {
            return mod11(weighted(body, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == digit(body, 9)
                    && mod11(weighted(body, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == digit(body, 10);
        }
        int first = mod11(weighted(body, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2));
        int second = mod11(weighted(body, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2));
        return first == digit(body, 12) && second == digit(body, 13);
    }

    private static int mod11(int sum) {
        return sum % 11 < 2 ? 0 : 11 - sum % 11;
    }

    static boolean canada(String body) {
        return Checksums.luhn(body.substring(0, 9)) == 0;
    }

    static boolean chile(String body) {
        int sum = 0;
        int length = body.length() - 1;
        for (int i = 0; i < length; i++) {
            sum += digit(body, length - 1 - i) * (2 + i % 6);
        }
        return "0123456789K".charAt(Math.floorMod(-sum, 11)) == body.charAt(length);
    }

    static boolean china(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CHINESE.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CHINESE.charAt(Math.floorMod(-sum, 31)) == body.charAt(17);
    }

    static boolean colombia(String body) {
        int[] weights = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};
        int sum = 0;
        for (int i = 0; i < body.length() - 1; i++) {
            sum += weights[i] * digit(body, body.length() - 2 - i);
        }
        return "01987654321".charAt(sum % 11) == body.charAt(body.length() - 1);
    }

    /** Some old numbers of eight digits are still in use and have no check digit. */
    static boolean dominicanRepublic(String body) {
        if (body.length() == 8) {
            return true;
        }
        int sum = weighted(body, 7, 9, 8, 6, 5, 4, 3, 2) % 11;
        return Math.floorMod(10 - sum, 9) + 1 == last(body);
    }

    static boolean hasProvince(String body) {
        int province = Integer.parseInt(body.substring(0, 2));
        return (province >= 1 && province <= 24) || province == 30 || province == 50;
    }

    /** The third digit says person, public body (6, and persons since those numbers ran out) or company (9). */
    static boolean ecuador(String body) {
        boolean person = Checksums.luhn(body.substring(0, 10)) == 0 && !body.endsWith("000");
        return switch (body.charAt(2)) {
            case '6' -> person || (weighted(body, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0 && !body.endsWith("0000"));
            case '9' -> weighted(body, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0 && !body.endsWith("000");
            case '7', '8' -> false;
            default -> person;
        };
    }

    static boolean ghana(String body) {
        if (!body.substring(1, 10).chars().allMatch(Character::isDigit)) {
            return false;
        }
        int check = weighted(body.substring(1), 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11;
        return (check == 10 ? 'X' : '0' + check) == body.charAt(10);
    }

    static boolean guatemala(String body) {
        int check = Math.floorMod(-Checksums.fromTheRight(body.substring(0, body.length() - 1), 2), 11);
        return "0123456789K".charAt(check) == body.charAt(body.length() - 1);
    }

    /** Luhn on the nine digits of the taxpayer; numbers of 16 digits are a zero before the old one, or an identity number. */
    static boolean indonesia(String body) {
        if (body.length() == 16 && body.charAt(0) != '0') {
            return true;
        }
        return Checksums.luhn(body.substring(body.length() - 15, body.length() - 6)) == 0;
    }

    static boolean india(String body) {
        return Checksums.luhn36(body) == 0;
    }

    /** Corporate numbers; those of invoice issuers (T) that are sole traders follow another, unpublished rule. */
    static boolean japan(String body) {
        if (body.charAt(0) == 'T') {
            return true;
        }
        int sum = weighted(body.substring(1), 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
        return 9 - sum % 9 == digit(body, 0);
    }

    static boolean korea(String body) {
        int sum = weighted(body, 1, 3, 7, 1, 3, 7, 1, 3, 5) + digit(body, 8) * 5 / 10;
        return Math.floorMod(-sum, 10) == last(body);
    }

    static boolean morocco(String body) {
        return Checksums.mod97(body) == 0;
    }

    static boolean mozambique(String body) {
        return "01234567891".charAt(weighted(body, 8, 9, 4, 5, 6, 7, 8, 9) % 11) == body.charAt(8);
    }

    static boolean newZealand(String body) {
        long number = Long.parseLong(body);
        String padded = "0".repeat(9 - body.length()) + body;
        int check = Math.floorMod(-weighted(padded, 3, 2, 7, 6, 5, 4, 3, 2), 11);
        if (check == 10) {
            check = Math.floorMod(-weighted(padded, 7, 4, 3, 2, 5, 2, 7, 6), 11);
        }
        return number > 10_000_000 && number < 150_000_000 && check == last(body);
    }

    static boolean peru(String body) {
        return (11 - weighted(body, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(body);
    }

    static boolean paraguay(String body) {
        return Math.floorMod(-Checksums.fromTheRight(body.substring(0, body.length() - 1), 2), 11) % 10 == last(body);
    }

    /** Seven or nine digits; a tax code of three characters may follow and is not part of the sum. */
    static boolean senegal(String body) {
        String number = body.length() > 9 ? body.substring(0, body.length() - 3) : body;
        return weighted("0".repeat(9 - number.length()) + number, 1, 2, 1, 2, 1, 2, 1, 2, 1) % 10 == 0;
    }

    /** UEN of businesses (8 digits), local companies (9 digits) and other entities (T09LL0001B); M numbers publish none. */
    static boolean singapore(String body) {
        char last = body.charAt(body.length() - 1);
        if (body.charAt(0) == 'M') {
            return true;
        }
        if (body.length() == 9) {
            return "XMKECAWLJDB".charAt(weighted(body, 10, 4, 9, 3, 8, 2, 7, 1) % 11) == last;
        }
        return Character.isDigit(body.charAt(0))
                ? "ZKCMDNERGWH".charAt(weighted(body, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11) == last
                : isOtherUen(body, last);
    }

    private static boolean isOtherUen(String body, char last) {
        String alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        int[] weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * alphabet.indexOf(body.charAt(i));
        }
        return alphabet.charAt(Math.floorMod(sum - 5, 11)) == last;
    }

    /** Numbers with a serial up to 100 are older and have other weights. */
    static boolean elSalvador(String body) {
        if (body.substring(10, 13).compareTo("100") <= 0) {
            return weighted(body, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10 == last(body);
        }
        return Math.floorMod(-weighted(body, 2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11) % 10 == last(body);
    }

    static boolean thailand(String body) {
        return (11 - weighted(body, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(body);
    }

    /** Digit sums of the products, modulo five since 2023; a seventh digit of 7 gives ten, which counts as one or zero. */
    static boolean taiwan(String body) {
        int[] weights = {1, 2, 1, 2, 1, 2, 4, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = weights[i] * digit(body, i);
            sum += product / 10 + product % 10;
        }
        return sum % 5 == 0 || (body.charAt(6) == '7' && (sum + 1) % 5 == 0);
    }

    static boolean uruguay(String body) {
        return Math.floorMod(-weighted(body, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), 11) == last(body);
    }

    static boolean venezuela(String body) {
        int kind = switch (body.charAt(0)) {
            case 'V' -> 4;
            case 'E' -> 8;
            case 'J', 'C' -> 12;
            case 'P' -> 16;
            default -> 20;
        };
        return "00987654321".charAt((kind + weighted(body.substring(1), 3, 2, 7, 6, 5, 4, 3, 2)) % 11)
                == body.charAt(9);
    }

    static boolean vietnam(String body) {
        return 10 - weighted(body, 31, 29, 23, 19, 17, 13, 7, 5, 3) % 11 == digit(body, 9);
    }
}
