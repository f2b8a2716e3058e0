package io.quittance.payment;

import static java.util.Comparator.comparing;

import io.quittance.invoice.DocumentKind;
import io.quittance.party.PayeeAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.joda.money.Money;

/**
 * Decides about the candidates of one contractor after another. Selects what is due, nets credit notes within one
 * currency and account, and groups the rest into one transfer per currency and account.
 */
public final class PayeePlanner {

    private static final Comparator<Candidate> DOCUMENT_ORDER =
            comparing(Candidate::issueDate).thenComparing(Candidate::number).thenComparing(Candidate::invoice);

    private final RunTerms terms;
    private final Predicate<PayeeAccount> inSepa;
    private final IntSupplier paymentNumbers;

    /**
     * @param inSepa whether an account can be reached by a SEPA credit transfer
     * @param paymentNumbers the running number of the next payment, from 1
     */
    public PayeePlanner(RunTerms terms, Predicate<PayeeAccount> inSepa, IntSupplier paymentNumbers) {
        this.terms = terms;
        this.inSepa = inSepa;
        this.paymentNumbers = paymentNumbers;
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
                groups.computeIfAbsent(Group.of(candidate), group -> new ArrayList<>())
                        .add(candidate);
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
            return new Group(
                    candidate.payable().getCurrencyUnit().getCode(),
                    payeeAccount(candidate).number());
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
        private final List<Payment> payments = new ArrayList<>();
        private final List<PayeePlan.Netting> nettings = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();

        void decide(Candidate candidate, Outcome outcome, String reason) {
            decisions.add(new Decision(candidate.invoice(), outcome, reason, null));
        }

        void settle(List<Candidate> group) {
            Money sum = Money.total(group.stream().map(Candidate::signed).toList());
            if (sum.isNegative()) {
                String reason = "credit notes exceed invoices by " + sum.abs() + ": waits for the next invoices";
                group.forEach(candidate -> decide(candidate, Outcome.EXCLUDED, reason));
            } else if (sum.isZero()) {
                net(group);
            } else {
                pay(group, sum);
            }
        }

        private void net(List<Candidate> group) {
            Candidate first = group.getFirst();
            String id = terms.run() + ":netting:" + first.contractor() + ":"
                    + first.payable().getCurrencyUnit().getCode() + ":" + nettings.size();
            nettings.add(new PayeePlan.Netting(id, first.contractor(), settlements(group)));
            group.forEach(candidate -> decide(candidate, Outcome.NETTED, "invoices and credit notes cancel out"));
        }

        private void pay(List<Candidate> group, Money sum) {
            Payment payment = payment(group, sum);
            payments.add(payment);
            for (Candidate candidate : group) {
                boolean invoice = candidate.kind() == DocumentKind.INVOICE;
                decisions.add(new Decision(
                        candidate.invoice(),
                        invoice ? Outcome.PAID : Outcome.NETTED,
                        (invoice ? "paid by " : "set off in ") + payment.id() + ", " + sum,
                        payment.id()));
            }
        }

        PayeePlan finish() {
            return new PayeePlan(List.copyOf(payments), List.copyOf(nettings), List.copyOf(decisions));
        }
    }

    private Payment payment(List<Candidate> group, Money sum) {
        Candidate first = group.getFirst();
        PayeeAccount account = payeeAccount(first);
        String id = "%s-%05d".formatted(terms.run(), paymentNumbers.getAsInt());
        PaymentReference reference = PaymentReference.of(terms.run(), group);
        return new Payment(
                id,
                first.contractor(),
                first.payeeName(),
                first.payeeAddress(),
                account,
                sum,
                rail(account, sum),
                reference.endToEndId(),
                reference.uetr(),
                Remittance.of(group),
                settlements(group));
    }

    private Rail rail(PayeeAccount account, Money amount) {
        boolean euro = amount.getCurrencyUnit().getCode().equals("EUR");
        boolean fromEuro = terms.debitAccount(amount.getCurrencyUnit())
                .currency()
                .getCode()
                .equals("EUR");
        return euro && fromEuro && inSepa.test(account) ? Rail.SEPA : Rail.CROSS_BORDER;
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
