package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.TaxNumber.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of a party, asked for a quarter. */
class TaxNumbersTest {

    private static final TaxNumbers NUMBERS = TaxNumbers.of(List.of(
            number(Kind.TIN, "NL", "111222333", "2020-01-01", "2026-03-31"),
            number(Kind.TIN, "NL", "444555666", "2026-04-01", null),
            number(Kind.TIN, "BE", "80010112345", "2020-01-01", null),
            number(Kind.BIRTH, null, "1980-01-01", "1980-01-01", null)));

    @ParameterizedTest
    @CsvSource({
        "TIN,          2026-01-01, 2026-03-31, 80010112345 111222333",
        "TIN,          2026-01-01, 2026-06-30, 80010112345 444555666",
        "TIN,          2019-10-01, 2019-12-31, ''",
        "BIRTH,        2026-01-01, 2026-03-31, 1980-01-01",
        "REGISTRATION, 2026-01-01, 2026-03-31, ''"
    })
    void theNewestOfEachCountryInTheQuarter(Kind kind, LocalDate from, LocalDate to, String numbers) {
        assertThat(String.join(
                        " ",
                        NUMBERS.of("C1", kind, from, to).stream()
                                .map(TaxNumber::number)
                                .toList()))
                .isEqualTo(numbers);
    }

    @Test
    void twoOfACountryOnOneDayAreRefusedWithoutTheNumber() {
        assertThatThrownBy(() -> TaxNumbers.of(List.of(
                        number(Kind.TIN, "NL", "111222333", "2020-01-01", "2026-03-31"),
                        number(Kind.TIN, "NL", "444555666", "2026-03-31", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TIN of C1 is there twice for one day");
    }

    /** Whatever prints one by mistake prints no number. */
    @Test
    void itsTextIsWithoutTheNumber() {
        assertThat(number(Kind.TIN, "NL", "111222333", "2020-01-01", null).toString())
                .isEqualTo("TIN of C1");
    }

    private static TaxNumber number(Kind kind, String country, String number, String from, String to) {
        return new TaxNumber(
                "C1",
                kind,
                country,
                number,
                new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }
}
