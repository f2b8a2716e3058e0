package io.quittance.payment.job;

import io.quittance.platform.configuration.BankProfile;
import io.quittance.stage.BankDays;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Which days a run may be for, and until when its files may leave. */
final class PayDay {

    private PayDay() {}

    /** Why nothing can be executed on a day; empty when it can. @param on the business date of the proposal */
    static Optional<String> obstacle(LocalDate payDate, LocalDate on, BankDays days) {
        if (payDate.isBefore(on)) {
            return Optional.of("pay date " + payDate + " is before the business date " + on);
        }
        return days.isOpen(payDate) ? Optional.empty() : Optional.of("pay date " + payDate + " is no bank day");
    }

    /** Why a run must not be released any more on a business date; empty when it may. */
    static Optional<String> over(LocalDate payDate, LocalDate on) {
        return on.isAfter(payDate)
                ? Optional.of("its pay date " + payDate + " is over on the business date " + on)
                : Optional.empty();
    }

    /**
     * Why a bank would not execute a file on its pay date any more: it takes files for a day until its cut-off on that day.
     *
     * @param now any zone
     */
    static Optional<String> cutOff(LocalDate payDate, BankProfile bank, ZonedDateTime now) {
        ZonedDateTime last = payDate.atTime(bank.cutOff()).atZone(bank.zone());
        return now.isBefore(last)
                ? Optional.empty()
                : Optional.of("the cut-off of " + bank.name() + " for " + payDate + " was at " + bank.cutOff() + " "
                        + bank.zone());
    }
}
