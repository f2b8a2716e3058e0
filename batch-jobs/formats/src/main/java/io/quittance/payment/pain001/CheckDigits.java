package io.quittance.payment.pain001;

import java.util.regex.Pattern;

/** Check digits by ISO 7064 MOD 97-10, as IBAN (ISO 13616) and creditor reference (ISO 11649) carry them. */
final class CheckDigits {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}(0[2-9]|[1-8]\\d|9[0-8])[A-Z0-9]{11,30}");

    /** {@code RF}, two check digits, 1 to 21 letters and digits. */
    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d\\d[A-Z0-9]{1,21}");

    private CheckDigits() {}

    /** Whether it is an IBAN in electronic form with right check digits. */
    static boolean isIban(String text) {
        return IBAN.matcher(text).matches() && remainder(text) == 1;
    }

    /** Whether it is an ISO 11649 creditor reference in electronic form with right check digits. */
    static boolean isCreditorReference(String text) {
        return CREDITOR_REFERENCE.matcher(text).matches() && remainder(text) == 1;
    }

    /** Remainder by 97 with the first four characters moved to the end and letters as 10 to 35. */
    private static int remainder(String text) {
        String moved = text.substring(4) + text.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < moved.length(); i++) {
            int digit = Character.digit(moved.charAt(i), 36);
            remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return remainder;
    }
}
