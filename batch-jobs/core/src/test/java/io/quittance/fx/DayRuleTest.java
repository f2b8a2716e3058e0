package io.quittance.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which published rate is the one of a day. Friday 20, Monday 23 and Tuesday 24 November 2026 have a fixing, the
 * weekend and Wednesday have none; each rate names its day by its value.
 */
class DayRuleTest {

    private static final List<Rate> RATES = Rates.of("""
            NBP USD PLN 2026-11-19             4.19
            NBP USD PLN 2026-11-20             4.20
            NBP USD PLN 2026-11-23             4.23
            NBP USD PLN 2026-11-24             4.24
            NBP USD PLN 2026-11-26             4.26
            BMF EUR PLN 2026-10-01..2026-10-31 4.10
            BMF EUR PLN 2026-11-01..2026-11-30 4.11
            """);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # rule,       day,        rate
            ON_OR_BEFORE, 2026-11-19, 4.19
            ON_OR_BEFORE, 2026-11-20, 4.20
            ON_OR_BEFORE, 2026-11-21, 4.20
            ON_OR_BEFORE, 2026-11-22, 4.20
            ON_OR_BEFORE, 2026-11-23, 4.23
            ON_OR_BEFORE, 2026-11-25, 4.24
            BEFORE,       2026-11-20, 4.19
            BEFORE,       2026-11-21, 4.20
            BEFORE,       2026-11-22, 4.20
            BEFORE,       2026-11-23, 4.20
            BEFORE,       2026-11-24, 4.23
            BEFORE,       2026-11-25, 4.24
            BEFORE,       2026-11-26, 4.24
            LAST_BUT_ONE, 2026-11-21, 4.19
            LAST_BUT_ONE, 2026-11-23, 4.19
            LAST_BUT_ONE, 2026-11-24, 4.20
            LAST_BUT_ONE, 2026-11-25, 4.23
            ON_OR_AFTER,  2026-11-18, 4.19
            ON_OR_AFTER,  2026-11-20, 4.20
            ON_OR_AFTER,  2026-11-21, 4.23
            ON_OR_AFTER,  2026-11-22, 4.23
            ON_OR_AFTER,  2026-11-23, 4.23
            ON_OR_AFTER,  2026-11-25, 4.26
            """)
    void meansOneRate(DayRule rule, LocalDate on, String rate) {
        var converted = (Converted) convert(Rates.policy(null, Purpose.VAT, "NBP PLN", rule, 5), "USD 1.00", on);

        assertThat(converted.rate()).isEqualByComparingTo(rate);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rule       | max | day        | code | the message says
            ON_OR_BEFORE | 5   | 2026-11-18 | Q601 | no NBP rate PLN/USD on or before 2026-11-18, wanted for VAT
            BEFORE       | 5   | 2026-11-19 | Q601 | no NBP rate PLN/USD before 2026-11-19, wanted for VAT
            LAST_BUT_ONE | 5   | 2026-11-20 | Q601 | no NBP rate PLN/USD twice before 2026-11-20, wanted for VAT
            ON_OR_AFTER  | 5   | 2026-11-27 | Q601 | no NBP rate PLN/USD on or after 2026-11-27, wanted for VAT
            ON_OR_BEFORE | 0   | 2026-11-21 | Q602 | newest rate NBP USD/PLN is of 2026-11-20, 1 days before 2026-11-21
            BEFORE       | 2   | 2026-11-23 | Q602 | newest rate NBP USD/PLN is of 2026-11-20, 3 days before 2026-11-23
            ON_OR_AFTER  | 1   | 2026-11-21 | Q602 | next rate NBP USD/PLN is of 2026-11-23, 2 days after 2026-11-21; the limit for VAT of every entity is 1 days
            """)
    void orNone(DayRule rule, int max, LocalDate on, String code, String message) {
        var refused = (Refused) convert(Rates.policy(null, Purpose.VAT, "NBP PLN", rule, max), "USD 1.00", on);

        assertThat(refused.finding().code()).isEqualTo(FindingCode.ofId(code));
        assertThat(refused.finding().message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-10-31, 4.10
            2026-11-01, 4.11
            2026-11-15, 4.11
            2026-11-30, 4.11
            """)
    void anAverageIsThatOfItsMonthAlone(LocalDate on, String rate) {
        FxPolicy month = Rates.policy(null, Purpose.VAT, "BMF EUR", DayRule.ON_OR_BEFORE, 0);
        FxPolicy next = Rates.policy(null, Purpose.VAT, "BMF EUR", DayRule.ON_OR_AFTER, 0);

        assertThat(((Converted) convert(month, "EUR 1.00", on)).rate()).isEqualByComparingTo(rate);
        assertThat(((Converted) convert(next, "EUR 1.00", on)).rate()).isEqualByComparingTo(rate);
        assertThat(convert(month, "EUR 1.00", LocalDate.of(2026, 12, 1))).isInstanceOf(Refused.class);
        assertThat(convert(month, "EUR 1.00", LocalDate.of(2026, 9, 30))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # entity, established in, source
            PL-OWN,   PL,             HMRC
            PL-OTHER, PL,             NBP
            FR-SAS,   FR,             ECB
            NOWHERE,  ,               ECB
            """)
    void anEntitysOwnRowComesBeforeItsJurisdictions(String entity, String jurisdiction, String source) {
        FxPolicies policies = FxPolicies.of(
                List.of(Rates.general(Purpose.VAT, 5), in("PL", "NBP", 0, Rates.LONG_AGO), Rates.hmrc("PL-OWN")));

        Optional<FxPolicy> found = policies.find(entity, jurisdiction, Purpose.VAT, LocalDate.of(2026, 11, 24));

        assertThat(found).map(FxPolicy::source).contains(source);
    }

    @Test
    void aBookAsksWhereTheEntityIsOnThatDay() {
        FxPolicies policies = FxPolicies.of(List.of(in("PL", "NBP", 0, Rates.LONG_AGO)));
        LocalDate moved = LocalDate.of(2026, 11, 24);
        RateBook book = PolicyRateBook.of(
                RateSet.of(RATES),
                policies,
                List.of(),
                (entity, on) -> on.isBefore(moved) ? Optional.of("DE") : Optional.of("PL"));

        Money dollar = Money.parse("USD 1.00");
        CurrencyUnit zloty = CurrencyUnit.of("PLN");
        assertThat(book.convert("X", Purpose.VAT, dollar, zloty, moved.minusDays(1)))
                .isInstanceOf(Refused.class);
        assertThat(book.convert("X", Purpose.VAT, dollar, zloty, moved)).isInstanceOf(Converted.class);
    }

    @Test
    void aMethodIsLockedIn() {
        FxPolicy first = in("CH", "BAZG", 3, LocalDate.of(2026, 1, 1));
        FxPolicy early = in("CH", "SNB", 3, LocalDate.of(2026, 3, 31));
        FxPolicy inTime = in("CH", "SNB", 3, LocalDate.of(2026, 4, 1));

        assertThatThrownBy(() -> FxPolicies.of(List.of(early, first)))
                .hasMessage("The rate policy of entities in CH for VAT of 2026-01-01 is locked in for 3 months");
        assertThat(FxPolicies.of(List.of(inTime, first))
                        .find("X", "CH", Purpose.VAT, LocalDate.of(2026, 4, 1))
                        .map(FxPolicy::source))
                .contains("SNB");
    }

    private static FxPolicy in(String jurisdiction, String source, int lockIn, LocalDate from) {
        CurrencyUnit base = CurrencyUnit.of("PLN");
        return new FxPolicy(
                null, jurisdiction, Purpose.VAT, source, base, DayRule.ON_OR_BEFORE, 5, lockIn, "test", from);
    }

    private static Conversion convert(FxPolicy policy, String amount, LocalDate on) {
        var book = PolicyRateBook.of(RateSet.of(RATES), FxPolicies.of(List.of(policy)), List.of());
        return book.convert("PL-SP", Purpose.VAT, Money.parse(amount), CurrencyUnit.of("PLN"), on);
    }
}
