package io.quittance.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    private record Split(Money whole, List<BigDecimal> weights) {}

    private static final Gen<Split> SPLITS = Gen.oneOf("JPY", "EUR", "KWD")
            .map(CurrencyUnit::of)
            .with(Gen.longs(-10_000_000, 10_000_000), Money::ofMinor)
            .with(
                    Gen.lists(Gen.longs(0, 1000).with(Gen.ints(0, 4), BigDecimal::valueOf), 1, 12)
                            .where(weights -> weights.stream().anyMatch(weight -> weight.signum() > 0)),
                    Split::new);

    @ParameterizedTest(name = "{0} by {1} = {2}")
    @CsvSource(textBlock = """
            # whole,    weights,      parts
            EUR 100.00, 1 1 1,        33.34 33.33 33.33
            EUR 0.01,   1 1,          0.01 0.00
            EUR 0.02,   1 1 1,        0.01 0.01 0.00
            EUR 10.00,  0.5 1.5,      2.50 7.50
            EUR 10.00,  1 0 3,        2.50 0.00 7.50
            EUR 1.00,   1 2 3,        0.17 0.33 0.50
            JPY 100,    1 1 1,        34 33 33
            KWD 1.000,  1 2,          0.333 0.667
            EUR -1.00,  1 2,          -0.33 -0.67
            EUR -0.05,  1 1,          -0.03 -0.02
            EUR 0.00,   3 4,          0.00 0.00
            """)
    void theLargestRemaindersGetTheLeftoverCents(Money whole, String weights, String parts) {
        assertThat(Allocation.split(whole, decimals(weights)))
                .containsExactlyElementsOf(decimals(parts).stream()
                        .map(part -> Money.of(whole.getCurrencyUnit(), part))
                        .toList());
    }

    @Test
    void evenlyGivesTheLargerPartsFirst() {
        assertThat(Allocation.evenly(Money.parse("EUR 10.00"), 3))
                .containsExactly(Money.parse("EUR 3.34"), Money.parse("EUR 3.33"), Money.parse("EUR 3.33"));
    }

    @Test
    void noPartIsLostOrMade() {
        Property.forAll(SPLITS).holds(split -> {
            List<Money> parts = Allocation.split(split.whole, split.weights);
            assertThat(parts).hasSameSizeAs(split.weights);
            assertThat(Money.total(parts)).isEqualTo(split.whole);
        });
    }

    @Test
    void everyPartIsWithinOneMinorUnitOfItsExactShare() {
        Property.forAll(SPLITS).holds(split -> {
            BigDecimal sum = split.weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Money> parts = Allocation.split(split.whole, split.weights);
            for (int i = 0; i < parts.size(); i++) {
                // |part x sum - whole x weight| < one minor unit x sum: no division needed.
                BigDecimal miss = parts.get(i)
                        .getAmount()
                        .multiply(sum)
                        .subtract(split.whole.getAmount().multiply(split.weights.get(i)))
                        .abs();
                assertThat(miss).isLessThan(sum.movePointLeft(split.whole.getScale()));
            }
        });
    }

    @Test
    void aNegativeAmountSplitsLikeItsMirrorImage() {
        Property.forAll(SPLITS)
                .holds(split -> assertThat(Allocation.split(split.whole.negated(), split.weights))
                        .isEqualTo(Allocation.split(split.whole, split.weights).stream()
                                .map(Money::negated)
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({"0 0", "1 -1 2", "''"})
    void weightsThatShareNothingAreABug(String weights) {
        assertThatThrownBy(() -> Allocation.split(Money.parse("EUR 1.00"), decimals(weights)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one must be positive");
    }

    private static List<BigDecimal> decimals(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
