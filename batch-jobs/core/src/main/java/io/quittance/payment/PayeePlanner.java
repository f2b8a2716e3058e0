package io.quittance.payment;

import static java.util.Comparator.comparing;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.payment.PayeeTaxes.Taxed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Decides about the candidates of one contractor after another. Selects what is due, nets credit notes within one
 * currency and account, and groups the rest into one transfer per currency and account. What the register or the bank
 * does not allow is left out with the reason: one faulty row never stops the payments of the others.
 */
public final class PayeePlanner {

    private static final Taxed NOTHING = new Taxed(List.of(), Map.of(), "");
    private static final Comparator<Candidate> DOCUMENT_ORDER =
            comparing(Candidate::issueDate).thenComparing(Candidate::number).thenComparing(Candidate::invoice);

    private final RunTerms terms;
    private final CurrentPayees payees;
    private final BankRules banks;
    private final @Nullable PayeeTaxes taxes;
    private int payments;

    /** Nothing is withheld. @param payments how many payments the run has already: the next one gets the next number */
    PayeePlanner(RunTerms terms, CurrentPayees payees, BankRules banks, int payments) {
        this(terms, payees, banks, null, payments);
    }

    private PayeePlanner(
            RunTerms terms, CurrentPayees payees, BankRules banks, @Nullable PayeeTaxes taxes, int payments) {
        this.terms = terms;
        this.payees = payees;
        this.banks = banks;
        this.taxes = taxes;
        this.payments = payments;
    }

    /** A planner that pays what is left after these taxes. @param payments how many payments the run has already */
    public static PayeePlanner of(RunTerms terms, Rules rules, int payments) {
        return new PayeePlanner(terms, rules.payees(), rules.banks(), rules.taxes(), payments);
    }

    /** Whom money goes to, what banks take, and what is withheld. */
    public record Rules(CurrentPayees payees, BankRules banks, PayeeTaxes taxes) {}

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
        private final List<Deduction> deductions = new ArrayList<>();

        void decide(Candidate candidate, Outcome outcome, String reason) {
            decisions.add(new Decision(candidate.invoice(), outcome, reason, null));
        }

        /** A document whose tax nobody can tell waits by itself; the others of its transfer are paid. */
        void settle(List<Candidate> all) {
            Taxed taxed = taxes == null ? NOTHING : taxes.decide(all);
            Map<Boolean, List<Candidate>> isOpen = all.stream()
                    .collect(Collectors.partitioningBy(candidate -> taxed.open().containsKey(candidate.invoice())));
            waiting(isOpen.getOrDefault(true, List.of()), taxed);
            List<Candidate> group = isOpen.getOrDefault(false, List.of());
            if (!group.isEmpty()) {
                settle(group, taxed);
            }
        }

        /** What a credit note takes back whole is settled, whatever its tax would have been. */
        private void waiting(List<Candidate> open, Taxed taxed) {
            if (!open.isEmpty() && Candidate.cancelOut(open)) {
                net(open);
            } else {
                open.forEach(candidate -> decide(
                        candidate,
                        Outcome.EXCLUDED,
                        Objects.requireNonNull(taxed.open().get(candidate.invoice()))));
            }
        }

        private void settle(List<Candidate> group, Taxed taxed) {
            Money sum = Money.total(group.stream().map(Candidate::signed).toList());
            if (sum.isNegative()) {
                exclude(group, "credit notes exceed invoices by " + sum.abs() + ": waits for the next invoices");
            } else if (sum.isZero() && taxed.cancelsOut()) {
                net(group);
            } else if (sum.isZero() && taxed.keptBack(sum).isZero()) {
                exclude(
                        group,
                        "invoices and credit notes cancel out, what is withheld of them does not: waits for the next"
                                + " invoices");
            } else if (!sum.isGreaterThan(taxed.keptBack(sum))) {
                exclude(group, exceeds(sum, taxed));
            } else if (terms.accountFor(sum.getCurrencyUnit()).isEmpty()) {
                exclude(group, terms.entity().id() + " has no account to pay " + sum.getCurrencyUnit() + " from");
            } else {
                order(group, sum.minus(taxed.keptBack(sum)), taxed);
            }
        }

        private static String exceeds(Money sum, Taxed taxed) {
            return FindingCode.WITHHOLDING_EXCEEDS.id() + " " + taxed.keptBack(sum) + " is to be withheld of " + sum
                    + ": nothing is left to pay";
        }

        private void order(List<Candidate> group, Money sum, Taxed taxed) {
            Optional<Rail> rail = rail(group, sum);
            if (rail.isEmpty()) {
                exclude(group, noRail(group, sum));
                return;
            }
            Payment payment = payment(group, new Order(sum, rail.get(), taxed.deductions()));
            banks.obstacle(terms, payment)
                    .ifPresentOrElse(reason -> exclude(group, reason), () -> pay(group, payment, taxed));
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

        private void pay(List<Candidate> group, Payment payment, Taxed taxed) {
            ordered.add(payment);
            payments++;
            taxed.deductions().forEach(one -> deductions.add(one.of(payment.id())));
            if (taxes != null) {
                taxes.keep(taxed.deductions());
            }
            for (Candidate candidate : group) {
                boolean invoice = candidate.kind() == DocumentKind.INVOICE;
                decisions.add(new Decision(
                        candidate.invoice(),
                        invoice ? Outcome.PAID : Outcome.NETTED,
                        (invoice ? "paid by " : "set off in ") + payment.id() + ", " + payment.amount()
                                + told(candidate, taxed),
                        payment.id()));
            }
        }

        private static String told(Candidate candidate, Taxed taxed) {
            String withheld = taxed.deductions().stream()
                    .filter(one -> one.invoice().equals(candidate.invoice()))
                    .filter(one -> !one.part().tax().isZero())
                    .map(one -> one.part().name() + " " + one.part().amount()
                            + (one.part().payerBears() ? " borne by the payer" : ""))
                    .collect(Collectors.joining(", "));
            return (withheld.isEmpty() ? "" : ", withheld " + withheld)
                    + (taxed.review().isEmpty() ? "" : "; withholding to be looked at: " + taxed.review());
        }

        PayeePlan finish() {
            return new PayeePlan(
                    List.copyOf(ordered), List.copyOf(nettings), List.copyOf(decisions), List.copyOf(deductions));
        }
    }

    /** What is ordered: the sum after taxes, on which rail, and what was withheld. */
    private record Order(Money sum, Rail rail, List<Deduction> deductions) {}

    private Payment payment(List<Candidate> group, Order order) {
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
                order.sum(),
                order.rail(),
                reference.endToEndId(),
                reference.uetr(),
                Remittance.of(group, order.deductions()),
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
