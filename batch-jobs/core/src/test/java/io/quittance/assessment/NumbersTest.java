package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private static final Gen<String> NUMBERS = Gen.strings("AOILSBZG0158-", 0, 9);

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
            # written,   written,       resemblance
            2026-001,    2026/1,
            INV-1O07,    INV-1007,      SCANNED_NUMBER
            INV-l007,    INV-1007,      SCANNED_NUMBER
            RE-5812,     RE-SB12,       SCANNED_NUMBER
            A-2G6,       A-ZG6,         SCANNED_NUMBER
            O12,         12,            SCANNED_NUMBER
            RE-2026-12,  2026-12,       PREFIXED_NUMBER
            RE-2026-12,  INV-2026-12,   PREFIXED_NUMBER
            10045,       10054,         NEAR_NUMBER
            10045,       1045,          NEAR_NUMBER
            10045,       100455,        NEAR_NUMBER
            10045,       10099,         NEAR_NUMBER
            10045,       10999,
            7,           9,
            12,          21,
            ---,         ---,
            """)
    void howAlikeTwoNumbersAre(String one, String other, Resemblance expected) {
        assertThat(Numbers.resemblance(one, other).orElse(null)).isEqualTo(expected);
        assertThat(Numbers.resemblance(other, one).orElse(null))
                .as("the other way round")
                .isEqualTo(expected);
    }

    @Test
    void theDistanceIsOne() {
        Property.forAll(NUMBERS.with(NUMBERS, (a, b) -> new String[] {a, b})).holds(pair -> {
            int distance = Numbers.distance(pair[0], pair[1]);
            assertThat(distance).isEqualTo(Numbers.distance(pair[1], pair[0]));
            assertThat(distance == 0).isEqualTo(pair[0].equals(pair[1]));
            assertThat(distance)
                    .isBetween(
                            Math.abs(pair[0].length() - pair[1].length()),
                            Math.max(pair[0].length(), pair[1].length()));
        });
    }
}
