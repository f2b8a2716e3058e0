package io.quittance.party;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A legal entity that pays: its VAT registration, functional currency and bank accounts.
 *
 * @param id our short name of it, upper case letters, digits and hyphen, e.g. {@code NL-BV}
 * @param vatCountry the VAT territory it is established in: ISO country, or {@code XI}
 * @param vatId its VAT id in normalised form, null where there is none
 * @param legalId its number in the register of companies, null when not given
 * @param recoveryPercent how much of its input VAT it may deduct, 0 to 100, whole per cent (Directive 2006/112 art. 175)
 */
public record Entity(
        String id,
        String name,
        Address address,
        CurrencyUnit functionalCurrency,
        String vatCountry,
        @Nullable String vatId,
        @Nullable String legalId,
        int recoveryPercent,
        List<BankAccount> accounts,
        Validity validity) {

    /** The same with another proportion of input tax that it may deduct, in whole per cent. */
    public Entity deducting(int percent) {
        return new Entity(
                id, name, address, functionalCurrency, vatCountry, vatId, legalId, percent, accounts, validity);
    }
}
