package io.quittance.payment.job;

import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.payment.BankRules;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.payment.RunTerms;
import io.quittance.payment.pain001.Breach;
import io.quittance.payment.pain001.PaymentCheck;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.stage.BankDays;
import io.quittance.stage.Loaded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** What banks take, by their profiles in {@code config/banks} and by the rules of the file that would be written. */
final class ProfiledBanks implements BankRules {

    private final Loaded loaded;
    private final Map<String, BankDays> days = new HashMap<>();

    ProfiledBanks(Loaded loaded) {
        this.loaded = loaded;
    }

    /** SEPA for euro from a euro account to an account that SEPA reaches, else the bank's cross-border file. */
    @Override
    public Optional<Rail> rail(BankAccount from, PayeeAccount to, CurrencyUnit currency) {
        BankProfile bank = loaded.bank(from.bank());
        boolean euro = currency.equals(CurrencyUnit.EUR) && from.currency().equals(CurrencyUnit.EUR);
        if (euro && isInSepa(to) && bank.rails().contains(Rail.SEPA)) {
            return Optional.of(Rail.SEPA);
        }
        return Optional.of(Rail.CROSS_BORDER).filter(bank.rails()::contains);
    }

    @Override
    public Optional<String> obstacle(RunTerms terms, Payment payment) {
        BankAccount debit = terms.debitAccount(payment.amount().getCurrencyUnit());
        if (!days.computeIfAbsent(debit.bank(), loaded::bankDays).isOpen(terms.payDate())) {
            return Optional.of("the bank of " + debit.id() + " does not execute payments on " + terms.payDate());
        }
        return PaymentCheck.breach(alone(terms, debit, payment), payment).map(Breach::toString);
    }

    /** An IBAN of a country in the geographical scope of SEPA (EPC409-09), whoever owns the account. */
    private static boolean isInSepa(PayeeAccount account) {
        return account instanceof IbanAccount withIban && withIban.iban().isSepa();
    }

    private static PaymentBatch alone(RunTerms terms, BankAccount debit, Payment payment) {
        return new PaymentBatch(
                payment.id(),
                terms.entity().name(),
                terms.entity().address(),
                debit,
                terms.payDate(),
                false,
                1,
                payment.amount(),
                List.of(payment));
    }
}
