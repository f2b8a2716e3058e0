package io.quittance.reconciliation.job;

import io.quittance.bookkeeping.PaymentBooking.Booked;
import io.quittance.bookkeeping.PaymentBooking.Retained;
import io.quittance.reconciliation.SentPayment;
import java.util.List;

/** A payment as matching sees it, as bookkeeping wants it. */
final class Bookings {

    private Bookings() {}

    /** One that was executed: what was withheld stays where it is. */
    static Booked of(SentPayment payment) {
        return of(payment, List.of());
    }

    /** One that is taken back: what was withheld is no longer owed either. */
    static Booked of(SentPayment payment, List<Retained> withheld) {
        return new Booked(payment.id(), payment.entity(), payment.amount(), payment.booked(), withheld);
    }
}
