package io.quittance.payment;

import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** A bank that takes everything, but for payments of an amount that has 13 cents. */
final class AnyBank implements BankRules {

    @Override
    public Optional<Rail> rail(BankAccount from, PayeeAccount to, CurrencyUnit currency) {
        return Optional.of(Rail.SEPA);
    }

    @Override
    public Optional<String> obstacle(RunTerms terms, Payment payment) {
        return payment.amount().getMinorPart() == 13 ? Optional.of("the bank dislikes 13") : Optional.empty();
    }
}
