package io.quittance.payment.pain001;

import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import org.jspecify.annotations.Nullable;

/** One rule of a rail for one payment, beyond what a schema checks. */
@FunctionalInterface
interface PaymentRule {

    /** What is wrong, null when nothing is. */
    @Nullable
    Breach breach(PaymentBatch batch, Payment payment);
}
