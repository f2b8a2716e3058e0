package io.quittance.payment;

import io.quittance.assessment.PayeeAccounts;
import io.quittance.invoice.StatedAccount;
import io.quittance.party.Contractor;
import io.quittance.party.PayeeAccount;
import io.quittance.party.Register;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whom money goes to on the day of a run. The register may have changed since a document was accepted: a contractor shut
 * off, an account withdrawn, a missing BIC filled in. Name, address and account are those of the run's day, and where the
 * register has nobody or nothing to pay to any more, nothing is paid.
 *
 * @param on the business date of the run
 * @param payDate the day the money arrives: the account must still hold then
 */
public record CurrentPayees(Register register, LocalDate on, LocalDate payDate) {

    /** The payees of a run. */
    public static CurrentPayees of(Register register, RunTerms terms) {
        return new CurrentPayees(register, terms.businessDate(), terms.payDate());
    }

    /**
     * A candidate as it may be paid.
     *
     * @param candidate with name, address and account of the register; as it was when there is an obstacle
     * @param obstacle why it may not be paid, null when it may
     */
    record Found(Candidate candidate, @Nullable String obstacle) {}

    Found find(Candidate accepted) {
        String obstacle = shutOff(accepted.contractor()).orElse(null);
        Optional<PayeeAccount> account = accounts(accepted).payable(stated(accepted));
        if (obstacle == null && account.isEmpty()) {
            obstacle = withdrawn(accepted);
        }
        return obstacle == null
                ? new Found(paidNow(accepted, account.orElseThrow()), null)
                : new Found(accepted, obstacle);
    }

    /** Why a payment that was proposed earlier may not leave any more; empty when it may. */
    public Optional<String> obstacle(Payment payment) {
        return shutOff(payment.contractor()).or(() -> {
            var accounts = PayeeAccounts.of(
                    register, payment.contractor(), payment.amount().getCurrencyUnit(), on);
            return accounts.stillOn(payDate).verified().contains(payment.account())
                    ? Optional.empty()
                    : Optional.of("the account " + payment.account().masked() + " of " + payment.contractor()
                            + " is not as it was proposed, or no longer a verified one");
        });
    }

    private Optional<String> shutOff(String contractor) {
        Optional<Contractor> known = register.contractor(contractor, on);
        if (known.isEmpty()) {
            return Optional.of(contractor + " is no longer in the register");
        }
        return known.filter(found -> !found.validity().covers(on))
                .map(found -> contractor + " is active " + found.validity() + ", not on " + on);
    }

    private PayeeAccounts accounts(Candidate accepted) {
        CurrencyUnit currency = accepted.payable().getCurrencyUnit();
        return PayeeAccounts.of(register, accepted.contractor(), currency, on).stillOn(payDate);
    }

    /** What the document asks for decides, as it did when it was accepted. */
    private static Optional<StatedAccount> stated(Candidate accepted) {
        return Optional.ofNullable(accepted.stated())
                .filter(stated -> !stated.number().isBlank());
    }

    private static String withdrawn(Candidate accepted) {
        return "the account " + Objects.requireNonNull(accepted.account()).masked()
                + " that it was accepted for is no longer"
                + " a verified one of " + accepted.contractor() + " in "
                + accepted.payable().getCurrencyUnit();
    }

    private Candidate paidNow(Candidate accepted, PayeeAccount account) {
        Contractor contractor = register.contractor(accepted.contractor(), on).orElseThrow();
        return accepted.paidTo(contractor.name(), contractor.address(), account);
    }
}
