package io.quittance.vat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxCodeTest {

    private static final Map<String, BigDecimal> TAXES =
            Map.of("GST", new BigDecimal("50.00"), "QST", new BigDecimal("99.75"));

    @ParameterizedTest
    @CsvSource({
        "106 206@QST,     106,     50.00",
        "106 206@QST,     206@QST, 99.75",
        "106@GST 206@QST, 106@GST, 50.00",
        "106,             106,     149.75",
        "106 307@PST,     106,     149.75",
        "106 307@PST,     307@PST, 0.00",
    })
    void aCodeWithoutATaxTakesTheRest(String codes, String code, BigDecimal amount) {
        assertThat(BoxCode.parse(code).of(List.of(codes.split(" ")), new BigDecimal("149.75"), TAXES))
                .isEqualTo(amount);
    }

    @Test
    void noTaxGoesIntoTwoBoxes() {
        assertThat(BoxCode.areApart(List.of("106", "206@QST"))).isTrue();
        assertThat(BoxCode.areApart(List.of("106", "206"))).isFalse();
        assertThat(BoxCode.areApart(List.of("106@QST", "206@QST"))).isFalse();
    }
}
