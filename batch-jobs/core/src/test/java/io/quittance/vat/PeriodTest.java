package io.quittance.vat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.vat.Period.Length;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filing periods as they are written. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # written, first day,  last day
            2026-11,   2026-11-01, 2026-11-30
            2024-02,   2024-02-01, 2024-02-29
            2026-Q1,   2026-01-01, 2026-03-31
            2026-Q4,   2026-10-01, 2026-12-31
            2026,      2026-01-01, 2026-12-31
            # Ireland, Norway; a half year; four months
            2026-B1,   2026-01-01, 2026-02-28
            2026-B6,   2026-11-01, 2026-12-31
            2026-T2,   2026-05-01, 2026-08-31
            2026-H2,   2026-07-01, 2026-12-31
            # two months of New Zealand, quarters of stagger groups 2 and 3, a year from April
            2026-02..2026-03, 2026-02-01, 2026-03-31
            2025-12..2026-01, 2025-12-01, 2026-01-31
            2026-02..2026-04, 2026-02-01, 2026-04-30
            2025-12..2026-02, 2025-12-01, 2026-02-28
            2026-04..2027-03, 2026-04-01, 2027-03-31
            """)
    void writtenAndRead(String written, LocalDate first, LocalDate last) {
        Period period = Period.parse(written).orElseThrow();
        assertThat(period).hasToString(written);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.covers(first) && period.covers(last)).isTrue();
        assertThat(period.covers(first.minusDays(1)) || period.covers(last.plusDays(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13",
                "2026-00",
                "2026-Q5",
                "2026-Q0",
                "26-11",
                "2026-1",
                "0000",
                "2026-11-01",
                "x",
                "2026-B7",
                "2026-B0",
                "2026-T4",
                "2026-H3",
                "2026-Q5",
                "2026-02..2026-06",
                "2026-02..2026-01",
                "2026-02..2026-13",
                "2026-02..",
                "2026-b1"
            })
    void whatIsNoPeriod(String written) {
        assertThat(Period.parse(written)).isEmpty();
    }

    /** What begins with the calendar year has one name, however it is written. */
    @ParameterizedTest
    @CsvSource({
        "2026-10..2026-12, 2026-Q4",
        "2026-11..2026-12, 2026-B6",
        "2026-11..2026-11, 2026-11",
        "2026-01..2026-12, 2026"
    })
    void onePeriodHasOneName(String written, String name) {
        assertThat(Period.parse(written))
                .hasValueSatisfying(period -> assertThat(period)
                        .hasToString(name)
                        .isEqualTo(Period.parse(name).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # day,      length,     begins with, period
            2026-11-15, MONTH,      1,           2026-11
            2026-12-31, QUARTER,    1,           2026-Q4
            2026-03-31, QUARTER,    1,           2026-Q1
            2026-07-01, YEAR,       1,           2026
            2026-11-15, TWO_MONTHS, 1,           2026-B6
            2026-02-28, TWO_MONTHS, 3,           2026-B1
            # New Zealand, periods that end in March
            2026-03-31, TWO_MONTHS, 4,           2026-02..2026-03
            2026-01-01, TWO_MONTHS, 4,           2025-12..2026-01
            2026-04-01, HALF_YEAR,  4,           2026-04..2026-09
            2026-03-31, HALF_YEAR,  4,           2025-10..2026-03
            # Great Britain: groups 1 to 3 by the month that a quarter begins with
            2026-01-31, QUARTER,    2,           2025-11..2026-01
            2026-02-01, QUARTER,    2,           2026-02..2026-04
            2026-02-28, QUARTER,    3,           2025-12..2026-02
            2026-12-01, QUARTER,    3,           2026-12..2027-02
            2026-03-31, YEAR,       7,           2025-07..2026-06
            """)
    void aDayIsInOnePeriodOfEachLength(LocalDate day, Length length, int firstMonth, String period) {
        assertThat(Period.of(day, length, firstMonth)).hasToString(period);
        assertThat(Period.of(day, length, firstMonth).covers(day)).isTrue();
    }

    /** Period after period: no day between them, none in two. */
    @ParameterizedTest
    @EnumSource(Length.class)
    void periodsFollowOneAnother(Length length) {
        for (int month = 1; month <= 12; month++) {
            Period period = Period.of(LocalDate.of(2023, 11, 26), length, month);
            for (int i = 0; i < 30; i++) {
                Period next = Period.of(period.lastDay().plusDays(1), length, month);
                assertThat(next.firstDay()).isEqualTo(period.lastDay().plusDays(1));
                assertThat(Period.parse(next.toString())).contains(next);
                period = next;
            }
        }
    }
}
