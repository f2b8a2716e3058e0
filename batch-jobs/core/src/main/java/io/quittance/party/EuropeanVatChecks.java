package io.quittance.party;

import static io.quittance.party.Checksums.digit;
import static io.quittance.party.Checksums.last;
import static io.quittance.party.Checksums.weighted;

import java.util.Set;

/**
 * Check digits of VAT numbers in the European Union and its neighbours. Each takes the number without its country prefix,
 * already of the right form. The rules are those the tax offices publish, as collected in the reference tables.
 */
final class EuropeanVatChecks {

    private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] CYPRUS_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    private static final Set<String> MEMBER_STATE_NUMBERS = Set.of(
            "040", "056", "100", "191", "196", "203", "208", "233", "246", "250", "276", "300", "348", "372", "380",
            "428", "440", "442", "470", "528", "616", "620", "642", "703", "705", "724", "752", "900");

    private EuropeanVatChecks() {}

    /** Companies (A, L) have numbers of their own; those of persons (F) end before them. */
    static boolean hasAndorranRange(String body) {
        String number = body.substring(1, 7);
        boolean ofCompanies = number.charAt(0) == '7';
        return switch (body.charAt(0)) {
            case 'A', 'L' -> ofCompanies;
            case 'F' -> number.charAt(0) < '7';
            default -> true;
        };
    }

    /** Whether a number of the non-Union scheme begins with the state that gave it; 900 stands for Northern Ireland. */
    static boolean hasMemberState(String body) {
        return MEMBER_STATE_NUMBERS.contains(body.substring(0, 3));
    }

    /** Luhn with an offset of four, over the digits behind the U. */
    static boolean austria(String body) {
        return Math.floorMod(6 - Checksums.luhn(body.substring(1, 8)), 10) == last(body);
    }

    static boolean belgium(String body) {
        return 97 - Integer.parseInt(body.substring(0, 8)) % 97 == Integer.parseInt(body.substring(8));
    }

    /** Nine digits: a company. Ten: a person's number, a foreigner's, or another. */
    static boolean bulgaria(String body) {
        if (body.length() == 9) {
            int sum = weighted(body, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            return (sum == 10 ? weighted(body, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : sum) == last(body);
        }
        return BirthNumbers.isBulgarian(body)
                || weighted(body, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last(body)
                || Math.floorMod(-weighted(body, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11) == last(body);
    }

    /** Weights on the UID of the enterprise; the suffix behind it says that it is registered for VAT. */
    static boolean switzerland(String body) {
        String uid = body.substring(3, 12);
        return Math.floorMod(-weighted(uid, 5, 4, 3, 2, 7, 6, 5, 4), 11) == last(uid);
    }

    static boolean cyprus(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? CYPRUS_ODD[digit(body, i)] : digit(body, i);
        }
        return body.charAt(8) == 'A' + sum % 26;
    }

    /** Eight digits: a company. Nine beginning with 6: a person without a birth number. Else a birth number. */
    static boolean czechia(String body) {
        if (body.length() == 8) {
            int check = Math.floorMod(-weighted(body, 8, 7, 6, 5, 4, 3, 2), 11);
            return body.charAt(0) != '9' && (check == 0 ? 1 : check % 10) == last(body);
        }
        if (body.length() == 9 && body.charAt(0) == '6') {
            int sum = weighted(body.substring(1), 8, 7, 6, 5, 4, 3, 2) % 11;
            return Math.floorMod(8 - Math.floorMod(10 - sum, 11), 10) == last(body);
        }
        return BirthNumbers.isCzechoslovak(body);
    }

    static boolean denmark(String body) {
        return weighted(body, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean estonia(String body) {
        return weighted(body, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
    }

    static boolean finland(String body) {
        return weighted(body, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
    }

    /** The SIREN by Luhn, and the key; a SIREN that begins with 000 is one of Monaco's and has no Luhn digit. */
    static boolean france(String body) {
        return (body.startsWith("000", 2) || Checksums.luhn(body.substring(2)) == 0) && hasFrenchKey(body);
    }

    /** Numeric keys: SIREN followed by 12, modulo 97. Keys with letters: base 34. */
    static boolean hasFrenchKey(String body) {
        String siren = body.substring(2);
        int first = FRENCH_KEY.indexOf(body.charAt(0));
        int second = FRENCH_KEY.indexOf(body.charAt(1));
        if (first < 10 && second < 10) {
            return Checksums.mod97(siren + "12") == first * 10 + second;
        }
        int key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (Long.parseLong(siren) + 1 + key / 11) % 11 == key % 11;
    }

    /** Weights modulo 97; numbers of the newer series are 55 apart. Government and health numbers have no check digit. */
    static boolean britain(String body) {
        if (!Character.isDigit(body.charAt(0))) {
            return true;
        }
        int sum = weighted(body, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return sum == 0 || (sum == 42 && body.charAt(0) != '0');
    }

    static boolean greece(String body) {
        return weighted(body, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(body);
    }

    static boolean hungary(String body) {
        return weighted(body, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
    }

    /** Seven digits, check letter, and since 2013 perhaps another letter; or the old style, digit, sign, five digits. */
    static boolean ireland(String body) {
        boolean oldStyle = !Character.isDigit(body.charAt(1));
        String digits = oldStyle ? "0" + body.substring(2, 7) + body.charAt(0) : body.substring(0, 7);
        int second = body.length() == 9 ? IRISH_LETTERS.indexOf(body.charAt(8)) : 0;
        int sum = weighted(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
        return IRISH_LETTERS.charAt(sum % 23) == body.charAt(7);
    }

    static boolean hasItalianOffice(String body) {
        int office = Integer.parseInt(body.substring(7, 10));
        return (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
    }

    static boolean lithuania(String body) {
        int[] first = new int[body.length() - 1];
        int[] second = new int[body.length() - 1];
        for (int i = 0; i < first.length; i++) {
            first[i] = 1 + i % 9;
            second[i] = 1 + (i + 2) % 9;
        }
        int sum = weighted(body, first) % 11;
        return (sum == 10 ? weighted(body, second) % 11 % 10 : sum) == last(body);
    }

    static boolean luxembourg(String body) {
        return Integer.parseInt(body.substring(0, 6)) % 89 == Integer.parseInt(body.substring(6));
    }

    /** Companies begin with 4 to 9; persons have their birth number, since 2017 one that begins with 32. */
    static boolean latvia(String body) {
        if (body.charAt(0) > '3') {
            return weighted(body, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        }
        return (1 + weighted(body, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == last(body);
    }

    static boolean malta(String body) {
        return weighted(body, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
    }

    /** The eleven test, or for sole traders since 2020 MOD 97-10 over the whole id with its prefix. */
    static boolean netherlands(String body) {
        return Math.floorMod(weighted(body, 9, 8, 7, 6, 5, 4, 3, 2, -1), 11) == 0 || Checksums.mod97("NL" + body) == 1;
    }

    static boolean norway(String body) {
        String number = body.substring(0, 9);
        return Math.floorMod(-weighted(number, 3, 2, 7, 6, 5, 4, 3, 2), 11) == last(number);
    }

    static boolean poland(String body) {
        return Math.floorMod(weighted(body, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1), 11) == 0;
    }

    static boolean portugal(String body) {
        return Math.floorMod(-weighted(body, 9, 8, 7, 6, 5, 4, 3, 2), 11) % 10 == last(body);
    }

    /** Two to ten digits: a company. Thirteen: a person's number. */
    static boolean romania(String body) {
        if (body.length() == 13) {
            int sum = weighted(body, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
            return (sum == 10 ? 1 : sum) == last(body);
        }
        String padded = "0".repeat(10 - body.length()) + body;
        return weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(body);
    }

    static boolean sweden(String body) {
        return Checksums.luhn(body.substring(0, 10)) == 0;
    }

    static boolean slovenia(String body) {
        int check = 11 - weighted(body, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == last(body);
    }

    static boolean slovakia(String body) {
        boolean company = "234789".indexOf(body.charAt(2)) >= 0 && Long.parseLong(body) % 11 == 0;
        return company || BirthNumbers.isCzechoslovak(body);
    }

    /** DNI and NIE end with a letter that depends on the number; companies (CIF) with a digit or a letter. */
    static boolean spain(String body) {
        char first = body.charAt(0);
        if (Character.isDigit(first)) {
            return hasDniLetter(body);
        }
        if ("XYZ".indexOf(first) >= 0) {
            return hasDniLetter("XYZ".indexOf(first) + body.substring(1));
        }
        return "KLM".indexOf(first) >= 0 ? hasDniLetter("0" + body.substring(1)) : hasCifCheck(body);
    }

    private static boolean hasDniLetter(String text) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(text.substring(0, 8)) % 23) == text.charAt(8);
    }

    private static boolean hasCifCheck(String body) {
        int check = Math.floorMod(-Checksums.luhn(body.substring(1, 8) + "0"), 10);
        char last = body.charAt(8);
        boolean asDigit = last == '0' + check && "ABCDEFGHJUV".indexOf(body.charAt(0)) >= 0;
        boolean asLetter = last == "JABCDEFGHI".charAt(check) && "ABCDEFGHNPQRSW".indexOf(body.charAt(0)) >= 0;
        return asDigit || asLetter;
    }

    static boolean russia(String body) {
        if (body.length() == 10) {
            return weighted(body, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == last(body);
        }
        return weighted(body, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == digit(body, 10)
                && weighted(body, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == last(body);
    }

    static boolean belarus(String body) {
        String letters = "ABCEHKMOPT";
        int second = letters.indexOf(body.charAt(1));
        String number = second < 0 ? body : body.charAt(0) + String.valueOf(second) + body.substring(2);
        char first = number.charAt(0);
        int value = Character.isDigit(first) ? first - '0' : first - 'A' + 10;
        return (29 * value + weighted(number.substring(1), 23, 19, 17, 13, 7, 5, 3)) % 11 == last(body);
    }

    static boolean montenegro(String body) {
        return Math.floorMod(-weighted(body, 8, 7, 6, 5, 4, 3, 2), 11) % 10 == last(body);
    }

    static boolean northMacedonia(String body) {
        return Math.floorMod(-weighted(body, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11) % 10 == last(body);
    }

    static boolean turkey(String body) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int place = 9 - i;
            int moved = (digit(body, i) + place) % 10;
            int raised = moved * (1 << place) % 9;
            sum += moved != 0 && raised == 0 ? 9 : raised;
        }
        return Math.floorMod(-sum, 10) == last(body);
    }
}
