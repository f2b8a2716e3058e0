package io.quittance.party;

import org.joda.money.CurrencyUnit;

/**
 * An account that an entity pays from.
 *
 * @param id our short name of it, e.g. {@code NL-BV-EUR}
 * @param bank the name of its bank profile in {@code config/banks}
 */
public record BankAccount(String id, String bank, Iban iban, Bic bic, CurrencyUnit currency) {}
