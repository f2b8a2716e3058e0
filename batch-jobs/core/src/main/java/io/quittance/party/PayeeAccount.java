package io.quittance.party;

import org.jspecify.annotations.Nullable;

/** Where a contractor is paid: an IBAN, or a local account number together with its bank. */
public sealed interface PayeeAccount {

    /** An account in a country of the IBAN registry. The BIC may be left out inside SEPA. */
    record IbanAccount(Iban iban, @Nullable Bic bic) implements PayeeAccount {
        @Override
        public String number() {
            return iban.value();
        }

        @Override
        public String country() {
            return iban.country();
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /**
     * An account elsewhere.
     *
     * @param number as the payee's bank writes it, at most 34 characters (pain.001 {@code Othr/Id})
     * @param bic of the payee's bank
     * @param clearingSystem ISO external clearing system code such as USABA, GBDSC; null when the BIC is enough
     * @param clearingMember the bank's number in that system; null with the system
     * @param country ISO country of the account
     */
    record LocalAccount(
            String number,
            @Nullable Bic bic,
            @Nullable String clearingSystem,
            @Nullable String clearingMember,
            String country)
            implements PayeeAccount {
        @Override
        public String toString() {
            return masked();
        }
    }

    /** The account number in electronic form. Never write it to a log: see {@link #masked()}. */
    String number();

    /** The bank, where it is known. */
    @Nullable
    Bic bic();

    /** ISO country of the account, which need not be the payee's. */
    String country();

    /** What may be shown in logs and messages: country and the last four characters. */
    default String masked() {
        String number = number();
        return country() + "…" + number.substring(Math.max(0, number.length() - 4));
    }
}
