package io.quittance.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversions by policy, one row a case. The rates are invented so that the arithmetic can be done by head. */
class PolicyRateBookTest {

    private static final List<Rate> RATES = Rates.of("""
            ECB  EUR USD 2026-11-18             1.20
            ECB  EUR USD 2026-11-20             1.25
            ECB  EUR GBP 2026-11-20             0.80
            ECB  EUR JPY 2026-11-20             160
            ECB  EUR THB 2026-11-10             40
            ECB  EUR SGD 2026-11-20             1.50
            ECB  EUR BGN 2025-12-31             1.95583
            PEG  USD AED 1997-11-02..open       3.6725
            PEG  USD SAR 1986-06-01..open       3.75
            PEG  USD BHD 2001-01-01..open       0.376
            PEG  EUR XOF 1999-01-01..open       655.957
            PEG  SGD BND 1967-06-12..open       1
            HMRC GBP USD 2026-11-01..2026-11-30 1.30
            HMRC GBP AED 2026-11-01..2026-11-30 4.77
            HMRC GBP EUR 2026-10-01..2026-10-31 1.15
            """);

    private static final WithdrawnCurrency BGN =
            new WithdrawnCurrency("BGN", LocalDate.of(2025, 12, 31), "EUR", new BigDecimal("1.95583"), "test");

    private static final RateBook BOOK = PolicyRateBook.of(RateSet.of(RATES), Rates.policies(), List.of(BGN));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # entity, purpose, amount,      into, on,         becomes,     path
            NL-BV,    BOOKING, EUR 100.00,  EUR,  2026-11-24, EUR 100.00,
            NL-BV,    BOOKING, USD 125.00,  EUR,  2026-11-24, EUR 100.00,  ECB EUR/USD 2026-11-20
            NL-BV,    BOOKING, USD 120.00,  EUR,  2026-11-19, EUR 100.00,  ECB EUR/USD 2026-11-18
            NL-BV,    BOOKING, EUR 100.00,  USD,  2026-11-20, USD 125.00,  ECB EUR/USD 2026-11-20
            NL-BV,    PAYMENT, EUR 1.00,    JPY,  2026-11-24, JPY 160,     ECB EUR/JPY 2026-11-20
            NL-BV,    BOOKING, JPY 1000,    EUR,  2026-11-24, EUR 6.25,    ECB EUR/JPY 2026-11-20
            SG-PTE,   BOOKING, USD 125.00,  SGD,  2026-11-24, SGD 150.00,  ECB EUR/USD 2026-11-20 > ECB EUR/SGD 2026-11-20
            SG-PTE,   VAT,     GBP 80.00,   SGD,  2026-11-25, SGD 150.00,  ECB EUR/GBP 2026-11-20 > ECB EUR/SGD 2026-11-20
            NL-BV,    BOOKING, AED 459.06,  EUR,  2026-11-24, EUR 100.00,  PEG USD/AED 1997-11-02 > ECB EUR/USD 2026-11-20
            NL-BV,    PAYMENT, EUR 100.00,  BHD,  2026-11-24, BHD 47.000,  ECB EUR/USD 2026-11-20 > PEG USD/BHD 2001-01-01
            NL-BV,    PAYMENT, EUR 1.00,    XOF,  2026-11-24, XOF 656,     PEG EUR/XOF 1999-01-01
            NL-BV,    BOOKING, AED 3672.50, SAR,  2026-11-24, SAR 3750.00, PEG USD/AED 1997-11-02 > PEG USD/SAR 1986-06-01
            NL-BV,    BOOKING, USD 100.00,  AED,  2026-11-24, AED 367.25,  PEG USD/AED 1997-11-02
            NL-BV,    BOOKING, BND 15.00,   EUR,  2026-11-24, EUR 10.00,   PEG SGD/BND 1967-06-12 > ECB EUR/SGD 2026-11-20
            GB-LTD,   VAT,     USD 130.00,  GBP,  2026-11-30, GBP 100.00,  HMRC GBP/USD 2026-11-01
            GB-LTD,   VAT,     AED 477.00,  USD,  2026-11-01, USD 130.00,  HMRC GBP/AED 2026-11-01 > HMRC GBP/USD 2026-11-01
            GB-LTD,   BOOKING, EUR 100.00,  GBP,  2026-11-24, GBP 80.00,   ECB EUR/GBP 2026-11-20
            GB-LTD,   VAT,     EUR 115.00,  GBP,  2026-10-31, GBP 100.00,  HMRC GBP/EUR 2026-10-01
            NL-BV,    BOOKING, BGN 195.58,  EUR,  2025-12-31, EUR 100.00,  ECB EUR/BGN 2025-12-31
            """)
    void converts(
            String entity, Purpose purpose, String amount, String into, LocalDate on, String becomes, String path) {
        var converted = (Converted) BOOK.convert(entity, purpose, Money.parse(amount), CurrencyUnit.of(into), on);

        assertThat(converted.to()).isEqualTo(Money.parse(becomes));
        assertThat(converted.from()).isEqualTo(Money.parse(amount));
        assertThat(written(converted.path())).isEqualTo(path == null ? "" : path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # entity | purpose | amount     | into | on         | code | the message says
            NL-BV    | BOOKING | CHF 100.00 | EUR  | 2026-11-24 | Q601 | no ECB rate EUR/CHF on or before 2026-11-24, wanted for BOOKING by the policy of every entity, which takes one at most 5 days away
            NL-BV    | BOOKING | USD 100.00 | EUR  | 2026-11-17 | Q601 | no ECB rate EUR/USD on or before 2026-11-17
            GB-LTD   | VAT     | CHF 100.00 | GBP  | 2026-11-24 | Q601 | no HMRC rate GBP/CHF
            NL-BV    | BOOKING | AED 100.00 | EUR  | 2026-11-17 | Q601 | no ECB rate EUR/USD on or before 2026-11-17
            NL-BV    | BOOKING | USD 100.00 | EUR  | 2026-11-26 | Q602 | newest rate ECB EUR/USD is of 2026-11-20, 6 days before 2026-11-26; the limit for BOOKING of every entity is 5 days
            SG-PTE   | VAT     | THB 100.00 | SGD  | 2026-11-20 | Q602 | newest rate ECB EUR/THB is of 2026-11-10, 10 days before
            GB-LTD   | VAT     | EUR 100.00 | GBP  | 2026-11-01 | Q602 | newest rate HMRC GBP/EUR is of 2026-10-31, 1 days before 2026-11-01; the limit for VAT of GB-LTD is 0 days
            NL-BV    | BOOKING | BGN 100.00 | EUR  | 2026-01-01 | Q603 | BGN was withdrawn after 2025-12-31, before 2026-01-01; its successor is EUR at 1.95583 BGN per EUR
            NL-BV    | PAYMENT | EUR 100.00 | BGN  | 2026-11-24 | Q603 | its successor is EUR
            NL-BV    | BOOKING | BGN 100.00 | BGN  | 2026-11-24 | Q603 | its successor is EUR
            NL-BV    | BOOKING | USD 100.00 | EUR  | 2019-12-31 | Q601 | no row of config/fx/policies.csv says which rate NL-BV may use for BOOKING on 2019-12-31
            """)
    void refuses(
            String entity, Purpose purpose, String amount, String into, LocalDate on, String code, String message) {
        Conversion conversion = BOOK.convert(entity, purpose, Money.parse(amount), CurrencyUnit.of(into), on);

        assertThat(conversion).isInstanceOf(Refused.class);
        Finding finding = ((Refused) conversion).finding();
        assertThat(finding.code()).isEqualTo(FindingCode.ofId(code));
        assertThat(finding.message()).contains(message);
    }

    @Test
    void roundsOnceAtTheEnd() {
        // 0.02 USD through EUR at 3 USD, then 1.5 GBP per EUR: 0.01 exactly; rounding to cents of EUR first gives 0.02
        var rates = Rates.of("""
                ECB EUR USD 2026-11-20 3
                ECB EUR GBP 2026-11-20 1.5
                """);
        var book = PolicyRateBook.of(RateSet.of(rates), Rates.policies(), List.of());

        var converted = (Converted) book.convert(
                "NL-BV", Purpose.BOOKING, Money.parse("USD 0.02"), CurrencyUnit.GBP, LocalDate.of(2026, 11, 20));

        assertThat(converted.to()).isEqualTo(Money.parse("GBP 0.01"));
        assertThat(converted.rate()).isEqualByComparingTo("0.5");
    }

    @Test
    void halfACentGoesUpThoughTheInverseRateHasNoEnd() {
        // 0.025 exactly = 0.075 / 3, whereas 0.075 x 0.333... stays below the half; to even it would be 0.02
        var book = PolicyRateBook.of(RateSet.of(Rates.of("ECB EUR BHD 2026-11-20 3")), Rates.policies(), List.of());

        var converted = (Converted) book.convert(
                "NL-BV", Purpose.BOOKING, Money.parse("BHD 0.075"), CurrencyUnit.EUR, LocalDate.of(2026, 11, 20));

        assertThat(converted.to()).isEqualTo(Money.parse("EUR 0.03"));
        assertThat(converted.rate().precision()).isEqualTo(34);
    }

    @Test
    void theAgeIsThatOfTheOldestRate() {
        var sgd = (Converted) BOOK.convert(
                "SG-PTE", Purpose.BOOKING, Money.parse("USD 1.00"), CurrencyUnit.of("SGD"), LocalDate.of(2026, 11, 25));
        var peg = (Converted) BOOK.convert(
                "NL-BV", Purpose.BOOKING, Money.parse("USD 1.00"), CurrencyUnit.of("AED"), LocalDate.of(2026, 11, 25));

        assertThat(sgd.ageDays()).isEqualTo(5);
        assertThat(peg.ageDays()).isZero();
    }

    private static String written(List<Rate> path) {
        return path.stream().map(rate -> rate.pair() + " " + rate.from()).collect(Collectors.joining(" > "));
    }
}
