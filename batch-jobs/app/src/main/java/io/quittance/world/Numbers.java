package io.quittance.world;

import io.quittance.party.Iban;
import io.quittance.party.VatId;
import java.math.BigInteger;

/** Account numbers and VAT ids that nobody has, but that pass every check. */
final class Numbers {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int HIGHEST_CHECK = 98;
    /** The rarest check digits fit one number in a few hundred. */
    private static final int TRIES = 100_000;

    private Numbers() {}

    /** An account of an origin. */
    static String account(Origin origin, Chance chance) {
        String number = chance.filled(origin.account());
        return origin.hasIban() ? iban(origin.country(), number).value() : number;
    }

    /** A VAT id of an origin, empty where it has none. */
    static String vatId(Origin origin, Chance chance) {
        if (origin.vatId().isEmpty()) {
            return "";
        }
        for (int i = 0; i < TRIES; i++) {
            String candidate = chance.filled(origin.vatId());
            if (VatId.isValid(origin.country(), candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no number like " + origin.vatId() + " passes the check of its country");
    }

    /** With the check digits of ISO 7064 MOD 97-10: 98 less the remainder, letters counted from A = 10. */
    private static Iban iban(String country, String domestic) {
        var digits = new StringBuilder();
        (domestic + country + "00")
                .chars()
                .map(c -> Character.digit(c, Character.MAX_RADIX))
                .forEach(digits::append);
        int check = HIGHEST_CHECK
                - new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
        return Iban.of(country + (check < 10 ? "0" : "") + check + domestic);
    }
}
