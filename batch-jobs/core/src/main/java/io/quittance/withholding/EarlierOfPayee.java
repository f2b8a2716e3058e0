package io.quittance.withholding;

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
     */
    record Sum(Money base, Money taxed) {}

    /** @param like an amount in tax currency */
    Sum sum(String head, Threshold threshold, Fee fee, Money like) {
        Money none = Money.zero(like.getCurrencyUnit());
        if (threshold.period() == Threshold.Period.DOCUMENT) {
            return new Sum(none, none);
        }
        List<Earlier> counted = payments.of(payee, threshold.from(fee.paidOn()), threshold.to(fee.paidOn())).stream()
                .filter(one -> one.head().equals(head))
                .filter(one -> !one.document().equals(fee.document()))
                .toList();
        return new Sum(
                counted.stream().map(Earlier::base).reduce(none, Money::plus),
                counted.stream().map(Earlier::taxed).reduce(none, Money::plus));
    }
}
