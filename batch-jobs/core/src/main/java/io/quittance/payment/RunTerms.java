package io.quittance.payment;

import io.quittance.party.BankAccount;
import io.quittance.party.Entity;
import java.time.LocalDate;
import java.util.List;
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
    public BankAccount debitAccount(CurrencyUnit currency) {
        List<BankAccount> accounts = entity.accounts();
        return accounts.stream()
                .filter(account -> account.currency().equals(currency))
                .findFirst()
                .or(() -> accounts.stream()
                        .filter(account -> account.currency().equals(entity.functionalCurrency()))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Entity " + entity.id() + " has no account to pay " + currency + " from"));
    }
}
