package io.quittance.payment.pain001;

import java.util.regex.Pattern;

/** The structured reference of ISO 11649: {@code RF}, two check digits by ISO 7064 MOD 97-10, 1 to 21 letters and digits. */
final class CreditorReference {

    private static final Pattern FORM = Pattern.compile("RF\\d\\d[A-Z0-9]{1,21}");

    private CreditorReference() {}

    /** Whether it is one in electronic form, with right check digits. */
    static boolean matches(String text) {
        return FORM.matcher(text).matches() && remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    /** Remainder by 97 with letters as 10 to 35. */
    private static int remainder(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 36);
            remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return remainder;
    }
}
