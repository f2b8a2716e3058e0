package io.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Uuid5Test {

    /** RFC 4122's and RFC 9562's name space for domain names. */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void theExampleOfRfc9562() {
        assertThat(Uuid5.of(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void ourNameSpaceIsDerivedNotInvented() {
        assertThat(Uuid5.QUITTANCE).isEqualTo(Uuid5.of(DNS, "quittance"));
    }

    /** The expected values were computed by Python's {@code uuid.uuid5}. */
    @ParameterizedTest
    @CsvSource({"invoice:1:accepted, 0cd07e11-09dd-5b22-9682-04fdc546a434", "é€, 2c13875d-1195-56b1-b8bd-97974d4dff10"})
    void anotherImplementationAgrees(String key, UUID expected) {
        assertThat(Uuid5.of(key)).isEqualTo(expected);
        assertThat(Uuid5.of(key).version()).isEqualTo(5);
        assertThat(Uuid5.of(key).variant()).isEqualTo(2);
    }
}
