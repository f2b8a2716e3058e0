package io.quittance.payment.pain001;

import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a payment could stand in a file of its rail: the very rules that {@link Pain001Writer} keeps, asked before a file
 * is planned. A payment without a breach never stops a file by itself.
 */
public final class PaymentCheck {

    private PaymentCheck() {}

    /** The first rule that the payment, or the account that it is made from, breaks; empty when it breaks none. */
    public static Optional<Breach> breach(PaymentBatch batch, Payment payment) {
        Profile profile = Profile.of(payment.rail());
        return Stream.concat(
                        FileCheck.payer(profile, batch),
                        profile.rules().stream()
                                .map(rule -> rule.breach(batch, payment))
                                .filter(Objects::nonNull))
                .findFirst();
    }
}
