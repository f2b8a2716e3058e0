package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceKeyTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(textBlock = """
            inv 001,        INV1
            INV-1,          INV1
            INV_0001,       INV1
            Inv.No. 7,      INVNO7
            2026-1-11,      2026-1-11
            2026-11-1,      2026-11-1
            2026/001,       2026-1
            2026 - 001,     2026-1
            2026001,        2026001
            000,            0
            A00B00,         A0B0
            RE-2026-0042a,  RE2026-42A
            ＩＮＶ１２,     INV12
            ٢٠٢٦-٧,         2026-7
            Nº 5,           NO5
            straße 1,       STRASSE1
            ΤΠΥ-12,         ΤΠΥ12
            ---,            ''
            """)
    void spellingsOfOneNumberAreOne(String written, String normalised) {
        assertThat(InvoiceKey.normalise(written)).isEqualTo(normalised);
    }

    @Test
    void normalisingTwiceIsNormalisingOnce() {
        Property.forAll(Gen.strings("01929aBzÄßİıﬁ٣-/. _Σς", 0, 12))
                .tries(5_000)
                .holds(text -> assertThat(InvoiceKey.normalise(InvoiceKey.normalise(text)))
                        .isEqualTo(InvoiceKey.normalise(text)));
    }

    @Test
    void separatorsCaseAndLeadingZerosNeverMakeTwoNumbers() {
        Gen<String> prefixes = Gen.strings("ABCXYZ", 1, 4);
        Property.forAll(prefixes.with(Gen.longs(0, 999_999), (prefix, number) -> new Object[] {prefix, number}))
                .holds(parts -> assertThat(InvoiceKey.normalise(parts[0] + "-" + parts[1]))
                        .isEqualTo(InvoiceKey.normalise(
                                parts[0].toString().toLowerCase(java.util.Locale.ROOT) + " 00" + parts[1])));
    }

    @Test
    void differentNumbersStayDifferent() {
        Property.forAll(Gen.ints(1, 99).with(Gen.ints(1, 99), (a, b) -> new int[] {a, b}))
                .holds(pair -> assertThat(InvoiceKey.normalise(pair[0] + "-" + pair[1])
                                .equals(InvoiceKey.normalise(pair[1] + "-" + pair[0])))
                        .isEqualTo(pair[0] == pair[1]));
    }
}
