package io.quittance.payment.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Bic;
import io.quittance.payment.Rail;
import io.quittance.platform.configuration.BankProfile;
import io.quittance.platform.configuration.Settings.BankCalendar;
import io.quittance.stage.BankDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayDayTest {

    private static final BankProfile SINGAPORE = new BankProfile(
            "kapal",
            "Kapalbank",
            new Bic("TESTSGSG"),
            Set.of(Rail.CROSS_BORDER),
            false,
            LocalTime.of(16, 0),
            ZoneId.of("Asia/Singapore"),
            "singapore",
            "outbox/payments");

    /** TARGET is closed on weekends, at Easter, on Labour Day and at Christmas; this calendar on one more day. */
    @ParameterizedTest(name = "{0} proposed on {1}: {2}")
    @CsvSource({
        "2026-11-25, 2026-11-24,",
        "2026-11-24, 2026-11-24,",
        "2026-11-23, 2026-11-24, before the business date",
        "2026-11-28, 2026-11-24, no bank day",
        "2026-11-29, 2026-11-24, no bank day",
        "2026-12-25, 2026-11-24, no bank day",
        "2027-05-01, 2026-11-24, no bank day",
        "2026-11-30, 2026-11-24, no bank day"
    })
    void aRunIsForABankDayThatIsNotOver(LocalDate payDate, LocalDate on, @Nullable String says) {
        var days = BankDays.of(new BankCalendar("target", "target", List.of(LocalDate.parse("2026-11-30"))));
        assertThat(PayDay.obstacle(payDate, on, days).orElse("")).contains(says == null ? "" : says);
        assertThat(PayDay.obstacle(payDate, on, days).isPresent()).isEqualTo(says != null);
    }

    /** 16:00 in Singapore is 08:00 in London and 09:00 in Amsterdam, in November. */
    @ParameterizedTest(name = "{0}: too late {1}")
    @CsvSource({
        "2026-11-24T23:59+01:00[Europe/Amsterdam], false",
        "2026-11-25T08:59+01:00[Europe/Amsterdam], false",
        "2026-11-25T09:00+01:00[Europe/Amsterdam], true",
        "2026-11-25T15:59+08:00[Asia/Singapore], false",
        "2026-11-25T16:00+08:00[Asia/Singapore], true",
        "2026-11-26T00:00Z, true"
    })
    void theCutOffIsThatOfTheBanksOwnClock(ZonedDateTime now, boolean late) {
        assertThat(PayDay.cutOff(LocalDate.parse("2026-11-25"), SINGAPORE, now).isPresent())
                .isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, false", "2026-11-25, false", "2026-11-26, true"})
    void aPayDateIsOverTheDayAfter(LocalDate on, boolean over) {
        assertThat(PayDay.over(LocalDate.parse("2026-11-25"), on).isPresent()).isEqualTo(over);
    }
}
