package io.quittance.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ControlTotalTest {

    private static final Gen<List<Money>> AMOUNTS = Gen.lists(
            Gen.oneOf("EUR", "JPY", "KWD").map(CurrencyUnit::of).with(Gen.longs(-1_000_000, 1_000_000), Money::ofMinor),
            0,
            20);

    private static final ControlTotal THREE =
            ControlTotal.of(List.of(Money.parse("JPY 5000"), Money.parse("EUR 100.00"), Money.parse("EUR 50.00")));

    @Test
    void countsAndSumsCurrencyByCurrencySortedByCode() {
        assertThat(THREE).hasToString("EUR 150.00 (2), JPY 5000 (1)");
        assertThat(THREE.count()).isEqualTo(3);
        assertThat(THREE.sum(CurrencyUnit.EUR)).isEqualTo(Money.parse("EUR 150.00"));
        assertThat(THREE.sum(CurrencyUnit.USD)).isEqualTo(Money.zero(CurrencyUnit.USD));
        assertThat(ControlTotal.NONE).hasToString("nothing");
    }

    @Test
    void anAmountOfZeroCounts() {
        assertThat(ControlTotal.NONE.plus(Money.parse("EUR 0.00")))
                .hasToString("EUR 0.00 (1)")
                .isNotEqualTo(ControlTotal.NONE);
    }

    @Test
    void thePlusLeavesTheOriginalAlone() {
        ControlTotal four = THREE.plus(Money.parse("EUR 1.00"));
        assertThat(four).hasToString("EUR 151.00 (3), JPY 5000 (1)");
        assertThat(THREE).hasToString("EUR 150.00 (2), JPY 5000 (1)");
    }

    @Test
    void theOrderOfTheAmountsDoesNotMatter() {
        Property.forAll(AMOUNTS.flatMap(amounts -> Gen.orders(amounts).map(order -> List.of(amounts, order))))
                .holds(pair -> assertThat(ControlTotal.of(pair.get(0))).isEqualTo(ControlTotal.of(pair.get(1))));
    }

    @Test
    void theTotalOfThePartsIsTheTotalOfTheWhole() {
        Property.forAll(AMOUNTS.with(Gen.ints(0, 20), (amounts, cut) -> {
                    int at = Math.min(cut, amounts.size());
                    return List.of(amounts, amounts.subList(0, at), amounts.subList(at, amounts.size()));
                }))
                .holds(parts -> {
                    ControlTotal whole = ControlTotal.of(parts.get(0));
                    assertThat(ControlTotal.of(parts.get(1)).and(ControlTotal.of(parts.get(2))))
                            .isEqualTo(whole);
                    assertThat(parts.get(0).stream().reduce(ControlTotal.NONE, ControlTotal::plus, ControlTotal::and))
                            .isEqualTo(whole);
                });
    }
}
