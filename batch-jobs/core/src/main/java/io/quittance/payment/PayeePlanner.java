package io.quittance.payment;

import static java.util.Comparator.comparing;

import io.quittance.invoice.DocumentKind;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Decides about the candidates of one contractor after another. Selects what is due, nets credit notes within one
 * currency and account, and groups the rest into one transfer per currency and account. What the register or the bank
 * does not allow is left out with the reason: one faulty row never stops the payments of the others.
 */
public final class PayeePlanner {

    private static final Comparator<Candidate> DOCUMENT_ORDER =
            comparing(Candidate::issueDate).thenComparing(Candidate::number).thenComparing(Candidate::invoice);

    private final RunTerms terms;
    private final CurrentPayees payees;
    private final BankRules banks;
    private int payments;

    /** @param payments how many payments the run has already: the next one gets the next number */
    public PayeePlanner(RunTerms terms, CurrentPayees payees, BankRules banks, int payments) {
        this.terms = terms;
        this.payees = payees;
        this.banks = banks;
        this.payments = payments;
    }

    /** The plan for the candidates of one contractor. */
    public PayeePlan plan(List<Candidate> candidates) {
        var plan = new Draft();
        var groups = new TreeMap<Group, List<Candidate>>();
        for (Candidate candidate : candidates.stream().sorted(DOCUMENT_ORDER).toList()) {
            if (candidate.holdReason() != null) {
                plan.decide(candidate, Outcome.HELD, candidate.holdReason());
            } else if (isLater(candidate)) {
                plan.decide(candidate, Outcome.LATER, "due " + candidate.dueDate() + ", after " + terms.horizon());
            } else {
                CurrentPayees.Found found = payees.find(candidate);
                if (found.obstacle() == null) {
                    groups.computeIfAbsent(Group.of(found.candidate()), group -> new ArrayList<>())
                            .add(found.candidate());
                } else {
                    plan.decide(candidate, Outcome.EXCLUDED, found.obstacle());
                }
            }
        }
        groups.values().forEach(plan::settle);
        return plan.finish();
    }

    /** Credit notes do not wait for a date: they reduce the next payment. */
    private boolean isLater(Candidate candidate) {
        return candidate.kind() == DocumentKind.INVOICE && candidate.dueDate().isAfter(terms.horizon());
    }

    /** What goes into one transfer. */
    private record Group(String currency, String account) implements Comparable<Group> {
        static Group of(Candidate candidate) {
            return new Group(candidate.payable().getCurrencyUnit().getCode(), identity(payeeAccount(candidate)));
        }

        /** An IBAN names one account in the world; any other number only together with its bank. */
        private static String identity(PayeeAccount account) {
            return switch (account) {
                case IbanAccount iban -> iban.number();
                case LocalAccount local ->
                    Stream.of(
                                    local.country(),
                                    local.clearingSystem(),
                                    local.clearingMember(),
                                    local.bic() == null ? null : local.bic().whole(),
                                    local.number())
                            .map(part -> Objects.requireNonNullElse(part, ""))
                            .collect(Collectors.joining("|"));
            };
        }

        @Override
        public int compareTo(Group other) {
            int byCurrency = currency.compareTo(other.currency);
            return byCurrency != 0 ? byCurrency : account.compareTo(other.account);
        }
    }

    private static PayeeAccount payeeAccount(Candidate candidate) {
        return Objects.requireNonNull(candidate.account(), "an accepted document has an account");
    }

    private final class Draft {
        private final List<Payment> ordered = new ArrayList<>();
        private final List<PayeePlan.Netting> nettings = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();

        void decide(Candidate candidate, Outcome outcome, String reason) {
            decisions.add(new Decision(candidate.invoice(), outcome, reason, null));
        }

        void settle(List<Candidate> group) {
            Money sum = Money.total(group.stream().map(Candidate::signed).toList());
            if (sum.isNegative()) {
                exclude(group, "credit notes exceed invoices by " + sum.abs() + ": waits for the next invoices");
            } else if (sum.isZero()) {
                net(group);
            } else if (terms.accountFor(sum.getCurrencyUnit()).isEmpty()) {
                exclude(group, terms.entity().id() + " has no account to pay " + sum.getCurrencyUnit() + " from");
            } else {
                order(group, sum);
            }
        }

        private void order(List<Candidate> group, Money sum) {
            Optional<Rail> rail = rail(group, sum);
            if (rail.isEmpty()) {
                exclude(group, noRail(group, sum));
                return;
            }
            Payment payment = payment(group, sum, rail.get());
            banks.obstacle(terms, payment).ifPresentOrElse(reason -> exclude(group, reason), () -> pay(group, payment));
        }

        private void exclude(List<Candidate> group, String reason) {
            group.forEach(candidate -> decide(candidate, Outcome.EXCLUDED, reason));
        }

        private void net(List<Candidate> group) {
            Candidate first = group.getFirst();
            String id = terms.run() + ":netting:" + first.contractor() + ":"
                    + first.payable().getCurrencyUnit().getCode() + ":" + nettings.size();
            nettings.add(new PayeePlan.Netting(id, first.contractor(), settlements(group)));
            group.forEach(candidate -> decide(candidate, Outcome.NETTED, "invoices and credit notes cancel out"));
        }

        private void pay(List<Candidate> group, Payment payment) {
            ordered.add(payment);
            payments++;
            for (Candidate candidate : group) {
                boolean invoice = candidate.kind() == DocumentKind.INVOICE;
                decisions.add(new Decision(
                        candidate.invoice(),
                        invoice ? Outcome.PAID : Outcome.NETTED,
                        (invoice ? "paid by " : "set off in ") + payment.id() + ", " + payment.amount(),
                        payment.id()));
            }
        }

        PayeePlan finish() {
            return new PayeePlan(List.copyOf(ordered), List.copyOf(nettings), List.copyOf(decisions));
        }
    }

    private Payment payment(List<Candidate> group, Money sum, Rail rail) {
        // The newest document knows best what the payee is called now.
        Candidate newest = group.getLast();
        PayeeAccount account = payeeAccount(newest);
        // Digits of the root locale, whatever the machine speaks.
        String id = String.format(Locale.ROOT, "%s-%05d", terms.run(), payments + 1);
        PaymentReference reference = PaymentReference.of(terms.run(), group);
        return new Payment(
                id,
                newest.contractor(),
                newest.payeeName(),
                newest.payeeAddress(),
                account,
                sum,
                rail,
                reference.endToEndId(),
                reference.uetr(),
                Remittance.of(group),
                settlements(group));
    }

    private Optional<Rail> rail(List<Candidate> group, Money sum) {
        return banks.rail(
                terms.debitAccount(sum.getCurrencyUnit()), payeeAccount(group.getLast()), sum.getCurrencyUnit());
    }

    private String noRail(List<Candidate> group, Money sum) {
        return "the bank of " + terms.debitAccount(sum.getCurrencyUnit()).id() + " takes no file for "
                + sum.getCurrencyUnit() + " to an account in "
                + payeeAccount(group.getLast()).country();
    }

    private static List<Settlement> settlements(List<Candidate> group) {
        return group.stream()
                .map(candidate -> new Settlement(
                        candidate.invoice(), candidate.number(), candidate.signed(), signedFunctional(candidate)))
                .toList();
    }

    private static Money signedFunctional(Candidate candidate) {
        return candidate.functional().multipliedBy(candidate.kind().sign());
    }
}
