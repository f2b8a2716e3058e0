package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatIdTest {

    /** Examples from tax offices' guides and from the documentation of python-stdnum, another implementation. */
    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(textBlock = """
            # country, as written,             normalised
            DE,        de 136 695 976,         DE136695976
            DE,        136695976,              DE136695976
            BE,        BE 428.759.497,         BE0428759497
            GR,        GR 23456780,            EL023456780
            EL,        EL094259216,            EL094259216
            NL,        NL4495445B01,           NL004495445B01
            FR,        'FR 40 303 265 045',    FR40303265045
            ES,        ES54362315K,            ES54362315K
            ES,        ESX2482300W,            ESX2482300W
            IE,        IE6433435F,             IE6433435F
            IE,        IE8D79739I,             IE8D79739I
            IT,        IT00743110157,          IT00743110157
            PL,        PL 8567346215,          PL8567346215
            AT,        ATU-13585627,           ATU13585627
            GB,        GB 980 7806 84,         GB980780684
            GB,        GBGD001,                GBGD001
            CH,        CHE-107.787.577 IVA,    CHE107787577IVA
            NO,        NO 995 525 828 MVA,     995525828MVA
            AU,        51 824 753 556,         51824753556
            SG,        T01FC6132D,             T01FC6132D
            """)
    void oneSpellingForEachNumber(String country, String written, String normalised) {
        assertThat(VatId.check(country, written)).isEqualTo(new VatIdCheck(true, normalised, ""));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            DE, DE136695978,     the check digits do not fit
            DE, DE12345678,      'a number of DE is DE and 9 digits, the first not 0'
            DE, FR40303265045,   'a number of DE is DE and 9 digits, the first not 0'
            SG, SG,              'a number of SG is a UEN, or M and 9 characters'
            NO, 995525828,       a number of NO is 9 digits and MVA
            US, 12-3456789,      no form of tax numbers of US is known
            DE, ＤＥ136695976,   'a number of DE is DE and 9 digits, the first not 0'
            DE, '',              'a number of DE is DE and 9 digits, the first not 0'
            """)
    void theReasonSaysWhatIsExpected(String country, String written, String reason) {
        VatIdCheck check = VatId.check(country, written);
        assertThat(check.valid()).isFalse();
        assertThat(check.reason()).isEqualTo(reason);
    }

    @Test
    void aNumberNamesItsTerritoryOnlyWhenItIsValidThere() {
        assertThat(VatId.territoryOf("EL094259216")).isEqualTo(Optional.of("GR"));
        assertThat(VatId.territoryOf("DE136695976")).isEqualTo(Optional.of("DE"));
        assertThat(VatId.territoryOf("DE136695978")).isEmpty();
        assertThat(VatId.territoryOf("X")).isEmpty();
    }

    @Test
    void northMacedoniasPrefixIsTheSameInCyrillic() {
        assertThat(VatId.check("MK", "\u041c\u041a4030000375897")).isEqualTo(VatId.check("MK", "MK4030000375897"));
        assertThat(VatId.normalise("MK", "MK4030000375897")).isEqualTo("4030000375897");
    }

    @Test
    void noTextCrashesACheckAndNormalisingTwiceIsNormalisingOnce() {
        Gen<String> territories =
                Gen.oneOf(VatIdSchemes.BY_TERRITORY.keySet().stream().sorted().toArray(String[]::new));
        Gen<String> texts = Gen.strings("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -./abñ\u041c", 0, 17);
        Property.forAll(territories.with(texts, (territory, text) -> new String[] {territory, text}))
                .tries(20_000)
                .holds(pair -> {
                    VatIdCheck once = VatId.check(pair[0], pair[0] + pair[1]);
                    assertThat(once.valid()).isEqualTo(once.reason().isEmpty());
                    if (once.valid()) {
                        assertThat(VatId.check(pair[0], once.normalised())).isEqualTo(once);
                    }
                });
    }

    @Test
    void digitsOnlyNeverCrashACheckEither() {
        Gen<String> territories =
                Gen.oneOf(VatIdSchemes.BY_TERRITORY.keySet().stream().sorted().toArray(String[]::new));
        Property.forAll(territories.with(
                        Gen.strings("0123456789", 5, 16), (territory, text) -> new String[] {territory, text}))
                .tries(20_000)
                .holds(pair -> assertThat(VatId.check(pair[0], pair[1])).isNotNull());
    }

    /** Weighted sums modulo 11, Luhn and MOD 11,10 find every single wrong digit. */
    @ParameterizedTest
    @CsvSource({"DE, DE136695976", "FI, FI20774740", "PL, PL8567346215", "IT, IT00743110157"})
    void aSingleWrongDigitIsFound(String country, String valid) {
        for (int at = 2; at < valid.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = valid.substring(0, at) + digit + valid.substring(at + 1);
                assertThat(VatId.check(country, changed).valid()).as(changed).isEqualTo(changed.equals(valid));
            }
        }
    }
}
