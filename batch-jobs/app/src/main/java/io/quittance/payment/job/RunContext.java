package io.quittance.payment.job;

import io.quittance.fx.RateBook;
import io.quittance.party.BankAccount;
import io.quittance.party.Register;
import io.quittance.payment.CurrentPayees;
import io.quittance.payment.PayeePlanner;
import io.quittance.payment.PayeeTaxes;
import io.quittance.payment.RunTerms;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.stage.Loaded;
import io.quittance.withholding.EarlierPayments;
import io.quittance.withholding.store.Withholdings;
import java.util.Set;
import java.util.TreeSet;

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
    PayeePlanner planner(Withholdings withheld, int payments) {
        Register register = loaded.register();
        String entity = terms.entity().id();
        var taxes = taxes(loaded, (payee, from, to) -> withheld.earlier(entity, person(register, payee), from, to));
        var rules = new PayeePlanner.Rules(CurrentPayees.of(register, terms), new ProfiledBanks(loaded), taxes);
        return PayeePlanner.of(terms, rules, payments);
    }

    /** What the run withholds by the facts of a configuration, at its own rates of exchange. */
    PayeeTaxes taxes(Loaded facts, EarlierPayments stored) {
        return PayeeTaxes.of(new PayeeTaxes.Source(facts.register(), facts.withholding(), rates), terms, stored);
    }

    private static Set<String> person(Register register, String payee) {
        var ids = new TreeSet<>(register.samePerson(payee));
        ids.add(payee);
        return ids;
    }
}
