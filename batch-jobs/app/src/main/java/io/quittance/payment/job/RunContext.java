package io.quittance.payment.job;

import io.quittance.fx.RateBook;
import io.quittance.payment.RunTerms;
import io.quittance.platform.configuration.BankProfile;
import java.util.Map;

/**
 * The frozen facts of one run.
 *
 * @param banks bank profiles by id
 * @param approvalsNeeded how many different people must sign before release
 * @param sequence of the run on its business date: seconds after midnight in its files
 */
public record RunContext(
        RunTerms terms, RateBook rates, Map<String, BankProfile> banks, int approvalsNeeded, int sequence) {

    /** @throws IllegalStateException when an account names a bank that has no profile */
    BankProfile bank(String id) {
        BankProfile bank = banks.get(id);
        if (bank == null) {
            throw new IllegalStateException("No bank profile " + id + " in config/banks");
        }
        return bank;
    }
}
