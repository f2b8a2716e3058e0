package io.quittance.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateSetTest {

    private static final RateSet SET = RateSet.of(Rates.of("""
            ECB EUR USD 2026-11-20 1.3
            ECB EUR USD 2026-11-16 1.1
            ECB EUR USD 2026-11-18 1.2
            ECB EUR USD 2026-11-18 1.20
            """));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-15,
            2026-11-16, 1.1
            2026-11-17, 1.1
            2026-11-18, 1.2
            2026-11-19, 1.2
            2026-11-20, 1.3
            2030-01-01, 1.3
            """)
    void findsTheNewestRateThatBeginsOnOrBeforeTheDay(LocalDate on, BigDecimal value) {
        Rate newest = SET.newest("ECB", CurrencyUnit.EUR, CurrencyUnit.USD, on);

        if (value == null) {
            assertThat(newest).isNull();
        } else {
            assertThat(newest.value()).isEqualByComparingTo(value);
        }
    }

    @Test
    void theSameRateTwiceIsOneRate() {
        assertThat(SET.size()).isEqualTo(3);
    }

    @Test
    void knowsNoOtherSourceAndNoOtherPair() {
        LocalDate on = LocalDate.of(2026, 11, 20);

        assertThat(SET.newest("HMRC", CurrencyUnit.EUR, CurrencyUnit.USD, on)).isNull();
        assertThat(SET.newest("ECB", CurrencyUnit.USD, CurrencyUnit.EUR, on)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECB EUR USD 2026-11-18 1.1 | ECB EUR USD 2026-11-18 1.2",
                "HMRC GBP USD 2026-11-01..2026-11-30 1.1 | HMRC GBP USD 2026-11-30..2026-12-31 1.1",
                "HMRC GBP USD 2026-11-01..2026-11-30 1.1 | HMRC GBP USD 2026-11-10..2026-11-20 1.1",
            })
    void overlappingRatesOfOnePairAreABug(String page) {
        var rates = Rates.of(page.replace(" | ", "\n"));

        assertThatThrownBy(() -> RateSet.of(rates))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two rates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECB EUR USD 2026-11-18 0",
                "ECB EUR USD 2026-11-18 -1",
                "ECB EUR EUR 2026-11-18 1",
                "ECB EUR USD 2026-11-18..2026-11-17 1",
            })
    void aRateIsPositiveAndBetweenTwoCurrencies(String row) {
        assertThatThrownBy(() -> Rates.rate(row)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksAboutAJumpOfMoreThanAFifth() {
        var rates = Rates.of("""
                ECB EUR USD 2026-11-16 1.00
                ECB EUR USD 2026-11-17 1.20
                ECB EUR USD 2026-11-18 1.4401
                ECB EUR USD 2026-11-19 1.15
                ECB EUR GBP 2026-11-16 1.00
                ECB EUR GBP 2026-11-19 0.80
                """);

        List<Finding> jumps = RateJumps.in(rates, Place.of("rates.csv")).all();

        assertThat(jumps).extracting(Finding::code).containsOnly(FindingCode.RATE_JUMP);
        assertThat(jumps)
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "ECB EUR/USD went from 1.20 on 2026-11-17 to 1.4401 on 2026-11-18",
                        "ECB EUR/USD went from 1.4401 on 2026-11-18 to 1.15 on 2026-11-19");
    }

    @Test
    void aLaterPolicyReplacesAnEarlierOneFromItsDayOn() {
        var early = Rates.general(Purpose.VAT, 5);
        var later = new FxPolicy(
                null,
                null,
                Purpose.VAT,
                "ECB",
                CurrencyUnit.EUR,
                DayRule.ON_OR_BEFORE,
                3,
                0,
                "test",
                LocalDate.of(2027, 1, 1));
        var policies = FxPolicies.of(List.of(later, early));

        assertThat(policies.find("NL-BV", null, Purpose.VAT, LocalDate.of(2026, 12, 31)))
                .contains(early);
        assertThat(policies.find("NL-BV", null, Purpose.VAT, LocalDate.of(2027, 1, 1)))
                .contains(later);
        assertThat(policies.find("NL-BV", null, Purpose.BOOKING, LocalDate.of(2027, 1, 1)))
                .isEmpty();
        assertThatThrownBy(() -> FxPolicies.of(List.of(early, early))).hasMessageContaining("begin on 2020-01-01");
    }
}
