package io.quittance.stage;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.quittance.platform.configuration.Settings.BankCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days on which a bank executes payments. */
public final class BankDays {

    private final HolidayManager holidays;
    private final BankCalendar calendar;

    private BankDays(HolidayManager holidays, BankCalendar calendar) {
        this.holidays = holidays;
        this.calendar = calendar;
    }

    /** The bank days of a calendar. */
    public static BankDays of(BankCalendar calendar) {
        return new BankDays(HolidayManager.getInstance(ManagerParameters.create(calendar.holidays())), calendar);
    }

    /** Whether the bank works on a day. */
    public boolean isOpen(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !calendar.closed().contains(day) && !holidays.isHoliday(day);
    }

    /** The first bank day after a day. */
    public LocalDate nextAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isOpen(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
