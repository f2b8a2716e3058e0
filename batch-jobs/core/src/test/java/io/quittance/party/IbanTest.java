package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.util.Set;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    /** Countries of the registry that iban4j 3.2.14 does not know. */
    private static final Set<String> UNKNOWN_TO_IBAN4J = Set.of("FK", "NI", "SO", "MN", "YE", "HN");

    /** Where iban4j allows letters or digits that version 101 of the registry does not. */
    private static final Set<String> WIDER_IN_IBAN4J = Set.of("AE", "MU", "PK", "TR");

    /** Where iban4j allows digits only and the registry letters, too. */
    private static final Set<String> NARROWER_IN_IBAN4J = Set.of("PK", "UA");

    /** Examples of the registry's own document and of the libraries that implement it; no real accounts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB29NWBK60161331926819",
                "DE89370400440532013000",
                "CH9300762011623852957",
                "NO9386011117947",
                "FK88SC123456789012",
                "NI79BAMC00000000000003123123",
                "SO211000001001000100141",
                "MN121234123456789123",
                "YE15CBYE0001018861234567891234",
                "HN88CABF00000000000250005469",
                "OM810180000001299123456",
                "BI4210000100010000332045181",
                "LY83002048000020100120361",
                "RU0304452522540817810538091310419",
                "IQ98NBIQ850123456789012",
                "TL380080012345678910157",
                "XK051212012345678906"
            })
    void theExamplesOfTheRegistry(String text) {
        assertThat(Iban.of(text).value()).isEqualTo(text);
        assertThat(Iban.of(text).country()).isEqualTo(text.substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "de89370400440532013000",
                "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
                " DE89\t370400440532013000\u202f"
            })
    void peopleWriteItInManyWays(String text) {
        assertThat(Iban.parse(text).found()).contains(new Iban("DE89370400440532013000"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(textBlock = """
            GB29NWBK60161331926818,       the check digits do not fit
            DE8937040044053201300,        'an IBAN of DE has 22 characters, this has 21'
            XX12345678901234,             XX is not in the IBAN registry
            SN12K00100152000025690007542, SN is not in the IBAN registry
            12345678901234567890,         an IBAN begins with the letters of a country
            DE8,                          it is too short for an IBAN
            '',                           it is too short for an IBAN
            DE8937040044053201300O,       behind the check digits an IBAN of DE has the structure 8n10n
            DE89-3704-0044-0532-0130-00,  'an IBAN has letters A to Z and digits only, not U+002D'
            ＤＥ89370400440532013000,     'an IBAN has letters A to Z and digits only, not U+FF24'
            GB29NWBК60161331926819,       'an IBAN has letters A to Z and digits only, not U+041A'
            DE8937040044053201300٠,       'an IBAN has letters A to Z and digits only, not U+0660'
            lı21088100002324013AA,        'an IBAN has letters A to Z and digits only, not U+0131'
            DEAA370400440532013000,       the check digits do not fit
            """)
    void theReasonIsInWords(String text, String reason) {
        assertThat(Iban.parse(text).fault()).contains(reason);
        assertThatThrownBy(() -> Iban.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    /** 00, 01 and 99 stand for the same remainders as 97, 98 and 02, so MOD 97 alone would let them pass. */
    @Test
    void everyIbanHasOneOnlyPairOfCheckDigits() {
        Property.forAll(Gen.strings("0123456789", 18, 18)).holds(domestic -> {
            long accepted = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(check -> String.format("DE%02d%s", check, domestic))
                    .filter(text -> Iban.parse(text).found().isPresent())
                    .count();
            assertThat(accepted).isEqualTo(1);
        });
    }

    @Test
    void theNumberIsNeverShownWhole() {
        assertThat(Iban.of("DE89370400440532013000")).hasToString("DE…3000");
        assertThatThrownBy(() -> Iban.of("DE89370400440532013001")).hasMessageNotContaining("0532");
    }

    @Test
    void theConstructorTakesTheElectronicFormOnly() {
        assertThatThrownBy(() -> new Iban("DE89 3704 0044 0532 0130 00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Iban("de89370400440532013000")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void iban4jAcceptsWhatWeAccept() {
        var refused = new java.util.TreeSet<String>();
        for (String country : IbanRegistry.countries()) {
            Property.forAll(ibans(country))
                    .tries(UNKNOWN_TO_IBAN4J.contains(country) ? 0 : 50)
                    .holds(text -> {
                        assertThat(Iban.parse(text).fault()).isEmpty();
                        if (!isValidForIban4j(text)) {
                            refused.add(country);
                        }
                    });
        }
        assertThat(refused).containsExactlyInAnyOrderElementsOf(NARROWER_IN_IBAN4J);
    }

    @Test
    void weAcceptWhatIban4jMakes() {
        var refused = new java.util.TreeSet<String>();
        var random = new java.util.Random(1);
        for (String country : IbanRegistry.countries()) {
            for (int i = 0; i < 50 && !UNKNOWN_TO_IBAN4J.contains(country); i++) {
                String text = new org.iban4j.Iban.Builder(random)
                        .countryCode(CountryCode.getByCode(country))
                        .buildRandom()
                        .toString();
                if (Iban.parse(text).found().isEmpty()) {
                    refused.add(country);
                }
            }
        }
        assertThat(refused).containsExactlyInAnyOrderElementsOf(WIDER_IN_IBAN4J);
    }

    @Test
    void iban4jRefusesWhatWeRefuse() {
        Gen<String> changed = Gen.oneOf(
                        "GB29NWBK60161331926819",
                        "DE89370400440532013000",
                        "FR1420041010050500013M02606",
                        "NL91ABNA0417164300")
                .flatMap(valid -> Gen.ints(0, valid.length() - 1)
                        .with(
                                Gen.strings("0189AZ", 1, 1),
                                (at, character) -> valid.substring(0, at) + character + valid.substring(at + 1)));
        Property.forAll(changed)
                .tries(2_000)
                .holds(text -> assertThat(Iban.parse(text).found().isPresent()).isEqualTo(isValidForIban4j(text)));
    }

    @Test
    void theRegistryHas89CountriesAndTheLibraryLacksSix() {
        assertThat(IbanRegistry.countries()).hasSize(89);
        assertThat(IbanRegistry.countries())
                .filteredOn(country -> CountryCode.getByCode(country) == null
                        || !IbanUtil.isSupportedCountry(CountryCode.getByCode(country)))
                .containsExactlyInAnyOrderElementsOf(UNKNOWN_TO_IBAN4J);
        assertThat(IbanRegistry.countries()).allMatch(Countries::exists);
    }

    @ParameterizedTest
    @CsvSource({"DE, true", "CH, true", "GB, true", "SM, true", "ME, true", "TR, false", "AE, false", "US, false"})
    void sepaReachesSomeOfThem(String country, boolean sepa) {
        assertThat(IbanRegistry.isSepa(country)).isEqualTo(sepa);
    }

    /** IBANs of a country with the structure of the registry and the right check digits. */
    private static Gen<String> ibans(String country) {
        return draws -> {
            var domestic = new StringBuilder();
            var fields = java.util.regex.Pattern.compile("(\\d+)([nac])")
                    .matcher(IbanRegistry.format(country).orElseThrow().structure());
            while (fields.find()) {
                int length = Integer.parseInt(fields.group(1));
                String alphabet = fields.group(2).equals("n")
                        ? "0123456789"
                        : fields.group(2).equals("a") ? "ABXYZ" : "0123456789ABXYZ";
                domestic.append(Gen.strings(alphabet, length, length).from(draws));
            }
            int check = 98 - Checksums.mod97(domestic + country + "00");
            return country + String.format("%02d", check) + domestic;
        };
    }

    private static boolean isValidForIban4j(String text) {
        try {
            IbanUtil.validate(text);
            String check = text.substring(2, 4);
            return !check.equals("00") && !check.equals("01") && !check.equals("99");
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
