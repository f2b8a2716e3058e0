package io.quittance.party;

import io.quittance.party.PayeeAccount.IbanAccount;
import org.joda.money.CurrencyUnit;

/**
 * An account that an entity pays from.
 *
 * @param id our short name of it, e.g. {@code NL-BV-EUR}
 * @param bank the name of its bank profile in {@code config/banks}
 * @param account its number: Singapore, for one, has no IBAN
 */
public record BankAccount(String id, String bank, PayeeAccount account, Bic bic, CurrencyUnit currency) {

    /** An account with an IBAN. */
    public BankAccount(String id, String bank, Iban iban, Bic bic, CurrencyUnit currency) {
        this(id, bank, new IbanAccount(iban, bic), bic, currency);
    }

    /** The IBAN. @throws IllegalStateException when the account's country knows none: ask {@link #account()} first */
    public Iban iban() {
        if (account instanceof IbanAccount withIban) {
            return withIban.iban();
        }
        throw new IllegalStateException("Account " + id + " has no IBAN");
    }
}
