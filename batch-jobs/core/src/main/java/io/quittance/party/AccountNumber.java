package io.quittance.party;

import io.quittance.party.Checked.Bad;
import io.quittance.party.Checked.Good;
import java.util.regex.Pattern;

/** Account numbers as documents state them, brought to the electronic form in which they are compared. */
public final class AccountNumber {

    private static final Pattern LOOKS_LIKE_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}.*");
    private static final Pattern LOCAL = Pattern.compile("[A-Z0-9]{1,34}");

    private AccountNumber() {}

    /**
     * The number in electronic form, or the reason why it is none. What looks like an IBAN must be one.
     *
     * @param ibanExpected whether a local account number would be none, since the payee has IBANs
     */
    public static Checked<String> check(String text, boolean ibanExpected) {
        String compact = Letters.compact(text);
        if (ibanExpected || looksLikeIban(compact)) {
            return switch (Iban.parse(compact)) {
                case Good<Iban> good -> new Good<>(good.value().value());
                case Bad<Iban> bad -> new Bad<>(bad.reason());
            };
        }
        String local = VatId.compact(compact);
        return LOCAL.matcher(local).matches()
                ? new Good<>(local)
                : new Bad<>("an account number has at most 34 letters and digits");
    }

    private static boolean looksLikeIban(String compact) {
        return LOOKS_LIKE_IBAN.matcher(compact).matches() && IbanRegistry.knows(compact.substring(0, 2));
    }
}
