package io.quittance.payment;

import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * What a run is for.
 *
 * @param run {@code <ENTITY>-<yyyymmdd>-<nn>}, the date being the pay date
 * @param payDate the day the bank shall execute
 * @param horizon invoices due on or before this day are paid
 * @param businessDate the day of the proposal
 */
public record RunTerms(String run, Entity entity, LocalDate payDate, LocalDate horizon, LocalDate businessDate) {

    /** The account a payment in this currency is made from: one in that currency, else the one in the functional currency. */
    public Optional<BankAccount> accountFor(CurrencyUnit currency) {
        return accountIn(currency).or(() -> accountIn(entity.functionalCurrency()));
    }

    /** The same. @throws IllegalArgumentException when there is none */
    public BankAccount debitAccount(CurrencyUnit currency) {
        return accountFor(currency)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Entity " + entity.id() + " has no account to pay " + currency + " from"));
    }

    private Optional<BankAccount> accountIn(CurrencyUnit currency) {
        return entity.accounts().stream()
                .filter(account -> account.currency().equals(currency))
                .findFirst();
    }
}
