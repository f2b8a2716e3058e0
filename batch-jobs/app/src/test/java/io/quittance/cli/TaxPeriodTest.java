package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxPeriodTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11, 2026-11-01, 2026-12-01
            2026-12, 2026-12-01, 2027-01-01
            2026-Q1, 2026-01-01, 2026-04-01
            2026-q4, 2026-10-01, 2027-01-01
            """)
    void aMonthOrAQuarter(String typed, LocalDate from, LocalDate before) {
        assertThat(TaxPeriod.of(typed)).isEqualTo(new TaxPeriod(from, before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "26-11", "2026-11-01", "Q4"})
    void nothingElse(String typed) {
        assertThatThrownBy(() -> TaxPeriod.of(typed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exit()).isEqualTo(ExitCode.USAGE));
    }
}
