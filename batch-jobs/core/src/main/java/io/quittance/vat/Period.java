package io.quittance.vat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filing period. Those that begin with the calendar year are written {@code 2026-11}, {@code 2026-B6} (two months),
 * {@code 2026-Q4}, {@code 2026-T3} (four months), {@code 2026-H2} and {@code 2026}; any other by its first and last month,
 * {@code 2026-02..2026-04}.
 *
 * @param first its first month
 * @param length how long it is
 */
public record Period(YearMonth first, Length length) {

    /** How long a period is. */
    public enum Length {
        MONTH(1, ""),
        TWO_MONTHS(2, "B"),
        QUARTER(3, "Q"),
        FOUR_MONTHS(4, "T"),
        HALF_YEAR(6, "H"),
        YEAR(12, "");

        private final int months;
        private final String letter;

        Length(int months, String letter) {
            this.months = months;
            this.letter = letter;
        }

        private static Optional<Length> of(long months) {
            return Arrays.stream(values())
                    .filter(length -> length.months == months)
                    .findFirst();
        }

        private static Length of(String letter) {
            return Arrays.stream(values())
                    .filter(length -> length.letter.equals(letter))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final Pattern OF_A_YEAR = Pattern.compile("([1-9]\\d{3})(?:-([BQTH])([1-6]))?");
    private static final Pattern MONTHS =
            Pattern.compile("([1-9]\\d{3}-(?:0[1-9]|1[0-2]))(?:\\.\\.([1-9]\\d{3}-(?:0[1-9]|1[0-2])))?");
    private static final int MONTHS_OF_A_YEAR = 12;

    /** As people write it; empty when it is no period. */
    public static Optional<Period> parse(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            YearMonth first = YearMonth.parse(months.group(1));
            return months.group(2) == null
                    ? Optional.of(new Period(first, Length.MONTH))
                    : upTo(first, YearMonth.parse(months.group(2)));
        }
        Matcher ofAYear = OF_A_YEAR.matcher(text);
        if (!ofAYear.matches()) {
            return Optional.empty();
        }
        YearMonth january = YearMonth.of(Integer.parseInt(ofAYear.group(1)), 1);
        return ofAYear.group(2) == null
                ? Optional.of(new Period(january, Length.YEAR))
                : part(january, Length.of(ofAYear.group(2)), Integer.parseInt(ofAYear.group(3)));
    }

    private static Optional<Period> upTo(YearMonth first, YearMonth last) {
        return Length.of(ChronoUnit.MONTHS.between(first, last) + 1).map(length -> new Period(first, length));
    }

    private static Optional<Period> part(YearMonth january, Length length, int number) {
        int before = (number - 1) * length.months;
        return before >= MONTHS_OF_A_YEAR
                ? Optional.empty()
                : Optional.of(new Period(january.plusMonths(before), length));
    }

    /**
     * The period that a day is in.
     *
     * @param firstMonth 1 to 12: one of the months with which periods of this length begin
     */
    public static Period of(LocalDate day, Length length, int firstMonth) {
        return new Period(
                YearMonth.from(day).minusMonths(Math.floorMod(day.getMonthValue() - firstMonth, length.months)),
                length);
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public LocalDate lastDay() {
        return last().atEndOfMonth();
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    private YearMonth last() {
        return first.plusMonths(length.months - 1L);
    }

    /** As people write it; it is read back as the same period. */
    @Override
    public String toString() {
        if (length == Length.MONTH) {
            return first.toString();
        }
        int before = first.getMonthValue() - 1;
        if (before % length.months != 0) {
            return first + ".." + last();
        }
        return length == Length.YEAR
                ? Integer.toString(first.getYear())
                : first.getYear() + "-" + length.letter + (before / length.months + 1);
    }
}
