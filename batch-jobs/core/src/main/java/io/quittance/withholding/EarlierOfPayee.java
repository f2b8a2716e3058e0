package io.quittance.withholding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.joda.money.Money;

/** What was paid to one payee before, summed as a threshold asks for it. */
final class EarlierOfPayee {

    private final EarlierPayments payments;
    private final String payee;

    EarlierOfPayee(EarlierPayments payments, String payee) {
        this.payments = payments;
        this.payee = payee;
    }

    /**
     * Sums of a period so far.
     *
     * @param base what counted towards the threshold
     * @param taxed what of it was taxed
     * @param peak the most that it ever came to: a limit that was passed stays passed although credit notes followed
     */
    record Sum(Money base, Money taxed, Money peak, boolean hasTaxed) {}

    /**
     * The sums of the period that the day of the rule's trigger falls into: a fee credited in March and paid in April counts for the
     * year of March where the credit decides. Zero where the rule adds nothing up.
     *
     * @param like an amount in tax currency
     */
    Sum sum(WithholdingRule rule, Fee fee, Money like) {
        Money none = Money.zero(like.getCurrencyUnit());
        Threshold threshold = rule.threshold();
        if (threshold == null || threshold.period() == Threshold.Period.DOCUMENT) {
            return new Sum(none, none, none, false);
        }
        LocalDate from = threshold.from(rule.trigger().of(fee));
        LocalDate to = threshold.to(rule.trigger().of(fee));
        List<Earlier> counted = payments.of(payee, from, to).stream()
                .filter(one -> one.head().equals(rule.head()))
                .filter(one ->
                        !one.countedOn().isBefore(from) && !one.countedOn().isAfter(to))
                .filter(one -> !one.document().equals(fee.document()))
                .toList();
        return new Sum(
                counted.stream().map(Earlier::base).reduce(none, Money::plus),
                counted.stream().map(Earlier::taxed).reduce(none, Money::plus),
                peak(counted, none),
                counted.stream().anyMatch(one -> one.taxed().isPositive()));
    }

    /** In the order in which a run decides: day by day, credit notes first. */
    private static Money peak(List<Earlier> counted, Money none) {
        List<Earlier> decided = counted.stream()
                .sorted(Comparator.comparing(Earlier::countedOn)
                        .thenComparing(one -> !one.base().isNegative()))
                .toList();
        Money sum = none;
        Money peak = none;
        for (Earlier one : decided) {
            sum = sum.plus(one.base());
            peak = sum.isGreaterThan(peak) ? sum : peak;
        }
        return peak;
    }
}
