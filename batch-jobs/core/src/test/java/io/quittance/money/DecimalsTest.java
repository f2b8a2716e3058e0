package io.quittance.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-1", "0.5", "1234.50", "-0.000000000001", "999999999999999999.999999999999"})
    void plainDecimalsAreReadAsWritten(String text) {
        assertThat(Decimals.parse(text).map(BigDecimal::toPlainString)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                "+1",
                "--1",
                "1-",
                "1e3",
                "1E3",
                ".5",
                "5.",
                "1,5",
                "1,234.50",
                "1 234",
                "1_000",
                "0x10",
                "NaN",
                "Infinity",
                "1.2.3",
                "１２",
                "٣",
                "−1",
                "1\n",
                "1d",
                "1f",
                "1000000000000000000",
                "0.0000000000001"
            })
    void everythingElseIsRefused(String text) {
        assertThat(Decimals.parse(text)).isEmpty();
    }

    @Test
    void whatIsWrittenPlainlyIsReadBack() {
        Property.forAll(Gen.longs(-1_000_000_000_000L, 1_000_000_000_000L).with(Gen.ints(0, 12), BigDecimal::valueOf))
                .holds(number ->
                        assertThat(Decimals.parse(number.toPlainString())).contains(number));
    }

    @Test
    void noTextCrashesTheParser() {
        Property.forAll(Gen.strings("01-9.,+eE x\u00a0٣", 0, 40))
                .tries(2_000)
                .holds(text -> Decimals.parse(text)
                        .ifPresent(number -> assertThat(number).isEqualTo(new BigDecimal(text))));
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "EUR, 1.5, EUR 1.50",
        "EUR, 1.500, EUR 1.50",
        "EUR, 1.505,",
        "JPY, 100.0, JPY 100",
        "JPY, 100.5,",
        "KWD, 1.234, KWD 1.234",
        "EUR, 92233720368547758.07, EUR 92233720368547758.07",
        "EUR, 92233720368547758.08,"
    })
    void anAmountHasNoMoreDecimalsThanItsCurrencyAndFits64Bits(String currency, BigDecimal figure, String money) {
        assertThat(Decimals.exactly(CurrencyUnit.of(currency), figure))
                .isEqualTo(Optional.ofNullable(money).map(Money::parse));
    }
}
