package io.quittance.reconciliation.job;

import io.quittance.bookkeeping.PaymentBooking.Booked;
import io.quittance.reconciliation.SentPayment;

/** A payment as matching sees it, as bookkeeping wants it. */
final class Bookings {

    private Bookings() {}

    static Booked of(SentPayment payment) {
        return new Booked(payment.id(), payment.entity(), payment.amount(), payment.booked());
    }
}
