package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BicTest {

    @ParameterizedTest
    @CsvSource({
        "DEUTDEFF, DEUTDEFF, DEUTDEFFXXX, DE",
        "deutdeff500, DEUTDEFF500, DEUTDEFF500, DE",
        "'DEUT DE FF', DEUTDEFF, DEUTDEFFXXX, DE",
        "1EUTDEFF, 1EUTDEFF, 1EUTDEFFXXX, DE",
        "NCBVXKPR, NCBVXKPR, NCBVXKPRXXX, XK"
    })
    void validOnes(String text, String value, String whole, String country) {
        Bic bic = Bic.of(text);
        assertThat(bic.value()).isEqualTo(value);
        assertThat(bic.whole()).isEqualTo(whole);
        assertThat(bic.country()).isEqualTo(country);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DEUTDEF, 'a BIC has 8 or 11 characters, this has 7'",
        "DEUTDEFF50, 'a BIC has 8 or 11 characters, this has 10'",
        "DEUTXXFF, XX is no country",
        "DEUTUKFF, UK is no country",
        "DEUTDEF0, it is a BIC for test and training only",
        "DEUTD1FF, 'a BIC has four letters or digits, a country, two letters or digits, and at most three more'",
        "DEUTDEF-, 'a BIC has four letters or digits, a country, two letters or digits, and at most three more'"
    })
    void theReasonIsInWords(String text, String reason) {
        assertThat(Bic.parse(text).fault()).contains(reason);
        assertThatThrownBy(() -> Bic.of(text)).hasMessage(reason);
    }

    @Test
    void theHeadOfficeIsXxx() {
        assertThat(Bic.of("DEUTDEFF").isSameAs(Bic.of("DEUTDEFFXXX"))).isTrue();
        assertThat(Bic.of("DEUTDEFF").isSameAs(Bic.of("DEUTDEFF500"))).isFalse();
    }

    /** The JDK's list is another copy of ISO 3166-1; Java's releases follow it with a delay. */
    @Test
    void theCountriesAreThoseOfTheJdk() {
        assertThat(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2))
                .hasSize(249)
                .allMatch(Countries::exists);
        assertThat(Countries.exists("XK")).isTrue();
        assertThat(Countries.exists("ZZ")).isFalse();
    }
}
