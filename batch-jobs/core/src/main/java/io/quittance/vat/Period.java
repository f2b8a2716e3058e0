package io.quittance.vat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filing period: {@code 2026-11}, {@code 2026-Q4} or {@code 2026}.
 *
 * @param first its first month
 * @param length how long it is
 */
public record Period(YearMonth first, Length length) {

    /** How long a period is. */
    public enum Length {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Length(int months) {
            this.months = months;
        }
    }

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|Q([1-4])))?");
    private static final int MONTHS_OF_A_YEAR = 12;

    public Period {
        if ((first.getMonthValue() - 1) % length.months != 0) {
            throw new IllegalArgumentException("no " + length + " begins with " + first);
        }
    }

    /** As people write it; empty when it is no period. */
    public static Optional<Period> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches() || parts.group(1).equals("0000")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            int month = Integer.parseInt(parts.group(2));
            return month < 1 || month > MONTHS_OF_A_YEAR
                    ? Optional.empty()
                    : Optional.of(new Period(YearMonth.of(year, month), Length.MONTH));
        }
        return Optional.of(
                parts.group(3) == null
                        ? new Period(YearMonth.of(year, 1), Length.YEAR)
                        : new Period(
                                YearMonth.of(year, (Integer.parseInt(parts.group(3)) - 1) * Length.QUARTER.months + 1),
                                Length.QUARTER));
    }

    /** The period of this length that a day is in. */
    public static Period of(LocalDate day, Length length) {
        int months = length.months;
        return new Period(YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1), length);
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public LocalDate lastDay() {
        return first.plusMonths(length.months - 1L).atEndOfMonth();
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** As people write it. */
    @Override
    public String toString() {
        return switch (length) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + ((first.getMonthValue() - 1) / length.months + 1);
            case YEAR -> "%04d".formatted(first.getYear());
        };
    }
}
