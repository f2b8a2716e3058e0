package io.quittance.party;

import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * An account that an entity pays from.
 *
 * @param id our short name of it, e.g. {@code NL-BV-EUR}
 * @param bank the name of its bank profile in {@code config/banks}
 * @param number as statements name it, electronic form: an IBAN where the country has them, else the bank's own number
 */
public record BankAccount(String id, String bank, String number, Bic bic, CurrencyUnit currency) {

    /** The number as an IBAN, where it is one. */
    public Optional<Iban> iban() {
        return Iban.parse(number).found();
    }
}
