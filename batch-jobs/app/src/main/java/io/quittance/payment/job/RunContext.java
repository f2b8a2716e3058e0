package io.quittance.payment.job;

import io.quittance.fx.RateBook;
import io.quittance.party.BankAccount;
import io.quittance.payment.CurrentPayees;
import io.quittance.payment.PayeePlanner;
import io.quittance.payment.RunTerms;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.stage.Loaded;

/**
 * The frozen facts of one run.
 *
 * @param loaded the configuration that it was proposed with
 * @param sequence of the run on its business date: seconds after midnight in its files
 */
public record RunContext(RunTerms terms, RateBook rates, Loaded loaded, int sequence) {

    BankProfile bank(String id) {
        return loaded.bank(id);
    }

    /** The account of the entity with this id. @throws IllegalStateException when it has none */
    BankAccount account(String id) {
        return terms.entity().accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Account " + id + " is gone"));
    }

    BankProfile bankOf(String account) {
        return bank(account(account).bank());
    }

    /** What decides about the run's candidates. @param payments how many payments it has already */
    PayeePlanner planner(int payments) {
        return planner(terms, loaded, payments);
    }

    static PayeePlanner planner(RunTerms terms, Loaded loaded, int payments) {
        return new PayeePlanner(terms, CurrentPayees.of(loaded.register(), terms), new ProfiledBanks(loaded), payments);
    }
}
