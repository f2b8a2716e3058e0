package io.quittance.withholding;

import java.time.LocalDate;
import java.time.YearMonth;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * From which sum on a rule withholds, per payee and head.
 *
 * @param amount the limit
 * @param single a limit for one document that is enough by itself; null where there is none (India s. 194C has one)
 */
public record Threshold(Money amount, @Nullable Money single, Period period, Effect effect) {

    /** What is added up. */
    public enum Period {
        /** One document by itself. */
        DOCUMENT,
        MONTH,
        /** The calendar year. */
        YEAR,
        /** From 1 April to 31 March (India's financial year). */
        YEAR_FROM_APRIL
    }

    /** What happens once the limit is passed. */
    public enum Effect {
        /** Above the limit everything of the period is taxed, also what was paid before without tax. */
        WHOLE,
        /** The same from the limit on: a sum that equals it is taxed. */
        WHOLE_FROM,
        /** Only what lies above the limit is taxed. */
        EXCESS,
        /** Only what lies below it: the first step of a rate that rises, each step rounded once (Japan: 10.21 % up to a million). */
        UP_TO
    }

    private static final int APRIL = 4;

    /**
     * Why nothing is withheld, in words.
     *
     * @param day of the trigger
     * @param total what the period comes to with the document
     * @param limit in the currency of the total
     */
    String notPassed(String head, LocalDate day, Money total, Money limit) {
        String compared = effect == Effect.WHOLE_FROM ? "below" : "not above";
        return "nothing is kept back: the total of %s for %s, %s, is %s the limit of %s"
                .formatted(words(day), head, total, compared, limit);
    }

    private String words(LocalDate day) {
        return switch (period) {
            case DOCUMENT -> "the document";
            case MONTH -> YearMonth.from(day).toString();
            case YEAR -> "the year " + day.getYear();
            case YEAR_FROM_APRIL -> "the year from " + from(day) + " to " + to(day);
        };
    }

    /** The first day of the period that the day of a trigger falls into; that day for {@link Period#DOCUMENT}. */
    LocalDate from(LocalDate day) {
        return switch (period) {
            case DOCUMENT -> day;
            case MONTH -> YearMonth.from(day).atDay(1);
            case YEAR -> day.withDayOfYear(1);
            case YEAR_FROM_APRIL ->
                day.getMonthValue() < APRIL
                        ? LocalDate.of(day.getYear() - 1, APRIL, 1)
                        : LocalDate.of(day.getYear(), APRIL, 1);
        };
    }

    /** The last day of it. */
    LocalDate to(LocalDate day) {
        return switch (period) {
            case DOCUMENT -> day;
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case YEAR, YEAR_FROM_APRIL -> from(day).plusYears(1).minusDays(1);
        };
    }
}
