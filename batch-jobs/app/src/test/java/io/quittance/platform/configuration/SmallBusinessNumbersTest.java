package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.SmallBusinessNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code register/small-business-numbers.csv}. */
class SmallBusinessNumbersTest {

    @TempDir
    Path folder;

    /** Greece is EL before a number and GR everywhere else; the rules ask for GR. */
    @ParameterizedTest
    @CsvSource({"EL, GR", "GR, GR", "FR, FR"})
    void theStateIsKnownByItsIsoCode(String written, String country) throws IOException {
        assertThat(SmallBusinessNumbers.read(row(written), Set.of("C1")).get("C1"))
                .extracting(SmallBusinessNumber::country)
                .containsExactly(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB", "XI", "CH", "DE-BY", "UK", "fr"})
    void theSchemeIsTheUnionsAlone(String written) throws IOException {
        Path file = row(written);
        assertThatThrownBy(() -> SmallBusinessNumbers.read(file, Set.of("C1")))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("country: is '%s', expected a Member State such as FR.".formatted(written));
    }

    @Test
    void withoutTheFileNobodyIsExempt() {
        assertThat(SmallBusinessNumbers.read(folder.resolve("none.csv"), Set.of("C1")))
                .isEmpty();
    }

    private Path row(String country) throws IOException {
        return Files.writeString(
                folder.resolve("small-business-numbers.csv"),
                "contractor,ex_number,country,valid_from,valid_to\nC1,DE123EX," + country + ",2025-01-01,\n");
    }
}
