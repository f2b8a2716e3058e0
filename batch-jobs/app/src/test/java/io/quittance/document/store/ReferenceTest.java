package io.quittance.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    /** A number may hold strokes and blanks; the prefix is optional. */
    @ParameterizedTest
    @CsvSource({
        "invoice:NL-BV/C1001/2026-0318, NL-BV, C1001, 2026-0318",
        "NL-BV/C1041/131/2026,          NL-BV, C1041, 131/2026",
        "SG-PTE/C1232/FT 2026/19,       SG-PTE, C1232, FT 2026/19"
    })
    void byKey(String written, String entity, String contractor, String number) {
        assertThat(Reference.of(written)).isEqualTo(new Reference.Key(entity, contractor, number));
    }

    @Test
    void byPlaceAndById() {
        assertThat(Reference.of("invoice:late/broken rows.csv#12"))
                .isEqualTo(new Reference.Within("late/broken rows.csv", 12));
        assertThat(Reference.of("invoice:0b6f9d0e-4f1c-5d3a-9c39-0b64a1d6c0de"))
                .isEqualTo(new Reference.Id(UUID.fromString("0b6f9d0e-4f1c-5d3a-9c39-0b64a1d6c0de")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-0318", "NL-BV/C1001", "NL-BV//7", "/C1001/7", "NL-BV/C1001/ "})
    void whatNamesNoDocument(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.of(written))
                .withMessageContaining("names no document: write ENTITY/CONTRACTOR/NUMBER");
    }
}
