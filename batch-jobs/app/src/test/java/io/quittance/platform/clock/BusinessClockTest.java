package io.quittance.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T22:59:59Z, Europe/Amsterdam,   2026-11-24",
        "2026-11-24T23:00:00Z, Europe/Amsterdam,   2026-11-25",
        "2026-11-24T12:00:00Z, Pacific/Apia,       2026-11-25",
        "2026-11-24T02:00:00Z, America/Sao_Paulo,  2026-11-23",
        "2026-10-25T00:30:00Z, Europe/Amsterdam,   2026-10-25",
        "2028-02-28T23:30:00Z, Europe/Amsterdam,   2028-02-29",
    })
    void theDayIsThatOfTheBusinessZone(Instant instant, ZoneId zone, LocalDate today) {
        assertThat(BusinessClock.of(Clock.fixed(instant, ZoneOffset.UTC), zone).today())
                .isEqualTo(today);
    }
}
