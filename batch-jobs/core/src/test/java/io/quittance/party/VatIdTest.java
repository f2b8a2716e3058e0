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
            IN,        27AAPFU0939F1ZV,        27AAPFU0939F1ZV
            BR,        12.ABC.345/01DE-35,     12ABC34501DE35
            BR,        390.533.447-05,         39053344705
            XI,        XI 980 7806 84,         XI980780684
            JP,        T1-1800-0100-0000,      T1180001000000
            IN-MH,     27AAPFU0939F1ZV,        27AAPFU0939F1ZV
            CR,        3-101-999999,           3101999999
            """)
    void oneSpellingForEachNumber(String country, String written, String normalised) {
        assertThat(VatId.check(country, written)).isEqualTo(new VatIdCheck(true, normalised, ""));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            DE, DE136695978,      'the check digit 8 does not fit (ISO 7064 MOD 11,10): the others ask for 6'
            DE, DE12345678,       'a number of DE is DE and 9 digits, the first not 0'
            DE, FR40303265045,    'a number of DE is DE and 9 digits, the first not 0; it would be a valid number of FR'
            DE, 2181508150,       'a number of DE is DE and 9 digits, the first not 0: this may be the tax number (Steuernummer), not the USt-IdNr.'
            DE, DE136695976-EX,   'this is a number of the scheme for small enterprises (EX), no VAT number; it must not be used without its suffix'
            PL, PL 5260250995 EX, 'this is a number of the scheme for small enterprises (EX), no VAT number; it must not be used without its suffix'
            IT, IT00743110156,    the check digit 6 does not fit (Luhn): the others ask for 7
            IT, IT00743119950,    'digits 8 to 10 are the code of a tax office: 001 to 100, 120, 121, 888 or 999'
            GB, GB980780685,      'the check digits 85 do not fit (weights 8 7 6 5 4 3 2 modulo 97, or 55 more): the others ask for 29 or 84'
            MT, MT20390515,       'the check digits do not fit (weights 3 4 6 7 8 9 10 1 modulo 37): a character is mistyped or missing'
            IN, 41AAPFU0939F1ZV,  'the first 2 digits are the code of a state (01 to 38), 97 or 99'
            IN, 27AAPDU0939F1ZV,  'characters 3 to 12 are a PAN: its 4th letter is the kind of holder, its digits not 0000'
            IN, 27AAPFU0939F1ZW,  the check digit W does not fit (Luhn modulo 36): the others ask for V
            MX, MNOP8202309HJ,    'the 6 digits are a date of birth or foundation, YYMMDD'
            BR, 390.533.447-06,   'the check digits 06 do not fit (weights modulo 11, twice): the others ask for 05'
            BR, 111.111.111-11,   the characters are not all the same
            EU, EU001000052,      'the first 3 digits are the ISO 3166-1 number of a member state, such as 372 for IE'
            SG, SG,               'a number of SG is a UEN, or M and 9 characters'
            NO, 995525828,        'a number of NO is 9 digits and MVA: without MVA it does not show that its holder is registered for VAT'
            CH, CHE-107.787.577,  'a number of CH is CHE, 9 digits and MWST, TVA, IVA or TPV: this is the UID alone, which does not show that its holder is registered for VAT'
            US, 12-3456789,       no form of tax numbers of US is known
            DE, ＤＥ136695976,    'a number of DE is DE and 9 digits, the first not 0'
            DE, '',               'a number of DE is DE and 9 digits, the first not 0'
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
                    assertThat(once.valid()).isEqualTo(VatId.isValid(pair[0], pair[0] + pair[1]));
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
