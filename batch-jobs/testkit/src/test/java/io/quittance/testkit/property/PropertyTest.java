package io.quittance.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {

    @Test
    void aLawThatHoldsSaysNothing() {
        Property.forAll(Gen.longs(-5, 5)).holds(n -> assertThat(n).isBetween(-5L, 5L));
    }

    @Test
    void aNumberShrinksToTheEdgeOfTheLaw() {
        assertThatThrownBy(() -> Property.forAll(Gen.longs(0, 1_000_000))
                        .holds(n -> assertThat(n).isLessThan(4711)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Does not hold for 4711" + System.lineSeparator());
    }

    @Test
    void aListShrinksToTheElementsThatMatter() {
        Gen<List<Integer>> lists = Gen.lists(Gen.ints(0, 1000), 0, 30);
        assertThatThrownBy(() -> Property.forAll(lists)
                        .holds(list ->
                                assertThat(list.stream().mapToInt(i -> i).sum()).isLessThan(100)))
                .hasMessageStartingWith("Does not hold for [100]");
    }

    @Test
    void shrinkingGoesThroughMappedAndDependentValues() {
        Gen<String> words = Gen.ints(1, 20).flatMap(length -> Gen.strings("abc", length, length));
        assertThatThrownBy(() ->
                        Property.forAll(words).holds(word -> assertThat(word).doesNotContain("c")))
                .hasMessageStartingWith("Does not hold for c" + System.lineSeparator());
    }

    @Test
    void theSeedInTheMessageFailsAtOnce() {
        Gen<Integer> rare = Gen.ints(0, 400);
        String message = messageOf(() ->
                Property.forAll(rare).tries(100_000).holds(n -> assertThat(n).isNotEqualTo(399)));
        long seed = Long.parseLong(message.replaceAll("(?s).*-Dproperty\\.seed=(\\d+).*", "$1"));
        assertThatThrownBy(() -> Property.forAll(rare)
                        .seed(seed)
                        .tries(1)
                        .holds(n -> assertThat(n).isNotEqualTo(399)))
                .hasMessageStartingWith("Does not hold for 399");
    }

    @Test
    void theSameSeedMakesTheSameValues() {
        assertThat(values(7)).isEqualTo(values(7)).isNotEqualTo(values(8));
    }

    @Test
    void aCrashOfTheCodeUnderTestIsAFailureToo() {
        assertThatThrownBy(() -> Property.forAll(Gen.ints(0, 9)).holds(n -> {
                    throw new IllegalStateException("boom");
                }))
                .hasMessageStartingWith("Does not hold for 0")
                .hasRootCauseMessage("boom");
    }

    @Test
    void ordersKeepEveryElement() {
        Property.forAll(Gen.orders(List.of(1, 2, 3, 4)))
                .holds(order -> assertThat(order).containsExactlyInAnyOrder(1, 2, 3, 4));
    }

    @Test
    void whatCannotBeSatisfiedSaysSo() {
        assertThatThrownBy(
                        () -> Property.forAll(Gen.ints(0, 9).where(n -> n > 9)).holds(n -> {}))
                .hasRootCauseInstanceOf(Gen.Unsatisfied.class);
        assertThatCode(() -> Property.forAll(Gen.ints(0, 9).where(n -> n > 3))
                        .holds(n -> assertThat(n).isGreaterThan(3)))
                .doesNotThrowAnyException();
    }

    private static List<Long> values(long seed) {
        var values = new ArrayList<Long>();
        Property.forAll(Gen.longs(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2))
                .seed(seed)
                .tries(50)
                .holds(values::add);
        return values;
    }

    private static String messageOf(Runnable property) {
        try {
            property.run();
            return "held";
        } catch (AssertionError failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
