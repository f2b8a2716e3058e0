package io.quittance.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What must hold for any rates and any amounts. Seeded: a failure repeats. */
class RatePropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<CurrencyUnit> CURRENCIES = List.of(
            CurrencyUnit.EUR,
            CurrencyUnit.USD,
            CurrencyUnit.GBP,
            CurrencyUnit.JPY,
            CurrencyUnit.of("SGD"),
            CurrencyUnit.of("KWD"),
            CurrencyUnit.of("IDR"));

    private final Random random = new Random(20261120);

    @Test
    void thereAndBackIsWithinHalfAMinorUnitOfEachSide() {
        for (int round = 0; round < 5_000; round++) {
            RateBook book = book(randomRates());
            CurrencyUnit from = any();
            CurrencyUnit to = any();
            Money amount = Money.ofMinor(from, random.nextInt(1_000_000_000));

            Converted there = convert(book, amount, to);
            Converted back = convert(book, there.to(), from);

            BigDecimal error = amount.minus(back.to()).abs().getAmount();
            BigDecimal bound = halfMinor(to).multiply(back.rate()).add(halfMinor(from));
            assertThat(error)
                    .as("%s -> %s -> %s", amount, there.to(), back.to())
                    .isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void theRateOfATriangleIsTheProductOfItsSides() {
        for (int round = 0; round < 2_000; round++) {
            RateBook book = book(randomRates());
            CurrencyUnit a = any();
            CurrencyUnit b = any();
            CurrencyUnit c = any();

            BigDecimal direct = convert(book, Money.ofMinor(a, 1), c).rate();
            BigDecimal around = convert(book, Money.ofMinor(a, 1), b)
                    .rate()
                    .multiply(convert(book, Money.ofMinor(b, 1), c).rate());

            BigDecimal allowed = direct.movePointLeft(30);
            assertThat(direct.subtract(around).abs()).isLessThanOrEqualTo(allowed);
        }
    }

    @Test
    void onlyTheSameCurrencyIsTheIdentity() {
        for (int round = 0; round < 2_000; round++) {
            RateBook book = book(randomRates());
            Money amount = Money.ofMinor(any(), 1 + random.nextInt(100_000));
            CurrencyUnit to = any();

            Converted converted = convert(book, amount, to);

            assertThat(converted.path().isEmpty()).isEqualTo(to.equals(amount.getCurrencyUnit()));
        }
    }

    @Test
    void noRateOlderThanThePolicyIsEverUsed() {
        var rates = new ArrayList<Rate>();
        for (int day = 0; day < 30; day++) {
            rates.add(Rate.daily(
                    "ECB", CurrencyUnit.EUR, CurrencyUnit.USD, DAY.minusDays(day), new BigDecimal("1." + (100 + day))));
        }
        // The newest rate is taken away day by day: the age grows by one each time, until the limit stops it.
        for (int age = 0; age < 30; age++) {
            Conversion conversion = book(rates.subList(age, 30))
                    .convert("NL-BV", Purpose.BOOKING, Money.parse("USD 1.00"), CurrencyUnit.EUR, DAY);
            if (age <= 5) {
                assertThat(((Converted) conversion).ageDays()).isEqualTo(age);
            } else {
                assertThat(((Refused) conversion).finding().code()).isEqualTo(FindingCode.RATE_STALE);
                assertThat(((Refused) conversion).finding().message()).contains(DAY.minusDays(age) + ", " + age);
            }
        }
    }

    private static RateBook book(List<Rate> rates) {
        return PolicyRateBook.of(RateSet.of(rates), Rates.policies(), List.of());
    }

    private List<Rate> randomRates() {
        return CURRENCIES.stream()
                .filter(currency -> !currency.equals(CurrencyUnit.EUR))
                .map(currency -> Rate.daily(
                        "ECB",
                        CurrencyUnit.EUR,
                        currency,
                        DAY.minusDays(random.nextInt(6)),
                        BigDecimal.valueOf(1 + random.nextInt(100_000_000), random.nextInt(7))))
                .toList();
    }

    private CurrencyUnit any() {
        return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    }

    private static Converted convert(RateBook book, Money amount, CurrencyUnit to) {
        return (Converted) book.convert("NL-BV", Purpose.BOOKING, amount, to, DAY);
    }

    private static BigDecimal halfMinor(CurrencyUnit currency) {
        return new BigDecimal("0.5").movePointLeft(currency.getDecimalPlaces());
    }
}
