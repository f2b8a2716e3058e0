package io.quittance.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {

    @ParameterizedTest(name = "{0} -> up {1}, down {2}, even {3}")
    @CsvSource(textBlock = """
            # unrounded,   HALF_UP,   HALF_DOWN, HALF_EVEN, DOWN,      UP
            EUR 0.005,     EUR 0.01,  EUR 0.00,  EUR 0.00,  EUR 0.00,  EUR 0.01
            EUR -0.005,    EUR -0.01, EUR 0.00,  EUR 0.00,  EUR 0.00,  EUR -0.01
            EUR 1.0149,    EUR 1.01,  EUR 1.01,  EUR 1.01,  EUR 1.01,  EUR 1.02
            EUR 1.015,     EUR 1.02,  EUR 1.01,  EUR 1.02,  EUR 1.01,  EUR 1.02
            JPY 10.5,      JPY 11,    JPY 10,    JPY 10,    JPY 10,    JPY 11
            KWD 1.2345,    KWD 1.235, KWD 1.234, KWD 1.234, KWD 1.234, KWD 1.235
            """)
    void roundsToTheMinorUnitOfTheCurrency(
            String unrounded, Money halfUp, Money halfDown, Money halfEven, Money down, Money up) {
        BigMoney amount = BigMoney.parse(unrounded);
        assertThat(Rounding.HALF_UP.apply(amount)).isEqualTo(halfUp);
        assertThat(Rounding.HALF_DOWN.apply(amount)).isEqualTo(halfDown);
        assertThat(Rounding.HALF_EVEN.apply(amount)).isEqualTo(halfEven);
        assertThat(Rounding.DOWN.apply(amount)).isEqualTo(down);
        assertThat(Rounding.UP.apply(amount)).isEqualTo(up);
    }

    /** The Dutch example: 37.50 + 12.50 at 21 % is 10.51 line by line and 10.50 in total. */
    @ParameterizedTest(name = "{1} % of {0} = {2}")
    @CsvSource({
        "EUR 37.50, 21, EUR 7.88",
        "EUR 12.50, 21, EUR 2.63",
        "EUR 50.00, 21, EUR 10.50",
        "JPY 1005, 10, JPY 101",
        "EUR 100.00, 0, EUR 0.00",
        "CHF 10.00, 8.1, CHF 0.81",
        "EUR -10.05, 19, EUR -1.91"
    })
    void percent(Money base, BigDecimal rate, Money expected) {
        assertThat(Rounding.HALF_UP.percent(base, rate)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} x {2} = {3}")
    @CsvSource({"EUR, 2, 50.005, EUR 100.01", "EUR, 37.5, 85.3333, EUR 3200.00", "JPY, 1.5, 333, JPY 500"})
    void quantityTimesPriceIsRoundedOnce(String currency, BigDecimal quantity, BigDecimal price, Money expected) {
        assertThat(Rounding.HALF_UP.product(CurrencyUnit.of(currency), quantity, price))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void theErrorIsLessThanOneMinorUnitAndHalfOfItForTheNearest(Rounding rounding) {
        Gen<BigDecimal> figures = Gen.longs(-1_000_000_000, 1_000_000_000).with(Gen.ints(0, 9), BigDecimal::valueOf);
        Gen<CurrencyUnit> currencies = Gen.oneOf("JPY", "EUR", "KWD").map(CurrencyUnit::of);
        boolean nearest = rounding.name().startsWith("HALF");
        Property.forAll(currencies.with(figures, BigMoney::of)).holds(amount -> {
            BigDecimal minor =
                    BigDecimal.ONE.movePointLeft(amount.getCurrencyUnit().getDecimalPlaces());
            BigDecimal bound = nearest ? minor.multiply(new BigDecimal("0.5")) : minor;
            BigDecimal error = rounding.apply(amount)
                    .getAmount()
                    .subtract(amount.getAmount())
                    .abs();
            assertThat(error.compareTo(bound)).isLessThanOrEqualTo(nearest ? 0 : -1);
        });
    }
}
