package io.quittance.payment;

import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** What the banks of the payer take: asked for every payment before it is planned, so that none breaks a whole file. */
public interface BankRules {

    /** How money of a currency goes from one of our accounts to a payee's; empty when the bank takes no file for it. */
    Optional<Rail> rail(BankAccount from, PayeeAccount to, CurrencyUnit currency);

    /** Why the bank would refuse a file with this payment in it, in words without account numbers; empty when it would not. */
    Optional<String> obstacle(RunTerms terms, Payment payment);
}
