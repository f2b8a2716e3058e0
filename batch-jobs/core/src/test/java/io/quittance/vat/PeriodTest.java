package io.quittance.vat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.vat.Period.Length;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            strings = {"", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "26-11", "2026-1", "0000", "2026-11-01", "x"})
    void whatIsNoPeriod(String written) {
        assertThat(Period.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-15, MONTH,   2026-11
            2026-12-31, QUARTER, 2026-Q4
            2026-03-31, QUARTER, 2026-Q1
            2026-07-01, YEAR,    2026
            """)
    void aDayIsInOnePeriodOfEachLength(LocalDate day, Length length, String period) {
        assertThat(Period.of(day, length)).hasToString(period);
    }
}
