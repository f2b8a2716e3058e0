package io.quittance.party;

/** The arithmetic of check digits, on text of ASCII digits and letters. */
final class Checksums {

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int TEN = 10;
    private static final int MOD_97 = 97;

    private Checksums() {}

    /** The digit at an index. */
    static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    /** The last digit. */
    static int last(String text) {
        return digit(text, text.length() - 1);
    }

    /** The sum of digit x weight, for as many digits as there are weights. */
    static int weighted(String text, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(text, i);
        }
        return sum;
    }

    /** The sum of all characters x their place from the right, the last one counting {@code first}. */
    static int fromTheRight(String text, int first) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += digit(text, i) * (first + text.length() - 1 - i);
        }
        return sum;
    }

    /** Luhn's sum modulo ten, ISO/IEC 7812-1 annex B: zero when the last digit is the check digit. */
    static int luhn(String digits) {
        return luhn(digits, ALPHANUMERIC.substring(0, TEN));
    }

    /** Whether the last digit is Luhn's. */
    static boolean isLuhn(String digits) {
        return luhn(digits) == 0;
    }

    /** Luhn's sum over another alphabet. */
    static int luhn(String text, String alphabet) {
        int base = alphabet.length();
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = alphabet.indexOf(text.charAt(text.length() - 1 - i));
            int doubled = i % 2 == 0 ? value : 2 * value;
            sum += doubled / base + doubled % base;
        }
        return sum % base;
    }

    /** Luhn's sum modulo 36, over digits and letters. */
    static int luhn36(String text) {
        return luhn(text, ALPHANUMERIC);
    }

    /** ISO 7064 MOD 11,10: whether the last digit is the check digit. */
    static boolean isMod11And10(String digits) {
        int product = TEN;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (product + digit(digits, i)) % TEN;
            product = (sum == 0 ? TEN : sum) * 2 % 11;
        }
        return (product + last(digits)) % TEN == 1;
    }

    /** The number modulo 97, a letter standing for two digits (A = 10 ... Z = 35): ISO 7064 MOD 97-10, any length. */
    static int mod97(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHANUMERIC.indexOf(text.charAt(i));
            remainder = (value < TEN ? remainder * TEN + value : remainder * TEN * TEN + value) % MOD_97;
        }
        return remainder;
    }
}
