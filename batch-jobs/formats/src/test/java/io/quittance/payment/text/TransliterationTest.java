package io.quittance.payment.text;

import static io.quittance.payment.text.CharacterSet.EPC_LATIN;
import static io.quittance.payment.text.CharacterSet.FIN_X_EXTENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    Müller & Söhne          | Muller + Sohne
                    Straße                  | Strasse
                    STRAẞE                  | STRASSE
                    Ærø Ltd                 | Aero Ltd
                    ÆRØ                     | AERO
                    Łukasz Żółć             | Lukasz Zolc
                    Đorđe Petrović          | Dorde Petrovic
                    Þór Þórsson             | Thor Thorsson
                    ÞÓR                     | THOR
                    Jiří Dvořák             | Jiri Dvorak
                    İlker Işık              | Ilker Isik
                    Иван Щукин              | Ivan Shchukin
                    ЩУКИН                   | SHCHUKIN
                    Юлія Їжак               | Iuliia Izhak
                    Љубица Њежић            | Ljubitsa Njezhic
                    Ольга                   | Olga
                    Αθήνα Χρήστος           | Athina Christos
                    Nguyễn Văn Đức          | Nguyen Van Duc
                    L’Oréal “Paris”         | L'Oreal 'Paris'
                    Nº 12 – €5              | No 12 - EUR5
                    user@example.com        | user(at)example.com
                    ﬁne ½                   | fine 1/2
                    李明 Li                  | .. Li
                    a😀b                    | a.b
                    """)
    void writesNamesInTheSepaSet(String original, String sent) {
        assertThat(Transliteration.of(original, EPC_LATIN).sent()).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Smith & Jones  | Smith & Jones
                    a_b@c.de       | a_b@c.de
                    Größe [1] = €2 | Grosse [1] = EUR2
                    """)
    void keepsMoreBeyondSepa(String original, String sent) {
        assertThat(Transliteration.of(original, FIN_X_EXTENDED).sent()).isEqualTo(sent);
    }

    @Test
    void foldsBlanksAndDropsControls() {
        assertThat(Transliteration.of("\t A\u00a0\r\n  B\u200b\u0007C ", EPC_LATIN)
                        .sent())
                .isEqualTo("A BC");
    }

    @Test
    void composedAndDecomposedTextsAreOne() {
        assertThat(Transliteration.of("e\u0301 и\u0306", EPC_LATIN).sent())
                .isEqualTo(Transliteration.of("é й", EPC_LATIN).sent())
                .isEqualTo("e i");
    }

    @Test
    void saysWhatWasLost() {
        Transliteration chinese = Transliteration.of("李明", EPC_LATIN);
        assertThat(chinese.lost()).isEqualTo(2);
        assertThat(chinese.isLegible()).isFalse();
        assertThat(chinese.original()).isEqualTo("李明");
    }

    @Test
    void cutsWithoutLeavingABlank() {
        assertThat(Transliteration.of("abc def", EPC_LATIN).sent(4)).isEqualTo("abc");
    }

    @Test
    void staysInTheSetAndIsStableForAnyText() {
        SplittableRandom random = new SplittableRandom(20261124);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(8, 1, 0x2FFFF)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String sent = Transliteration.of(text, EPC_LATIN).sent();
            assertThat(EPC_LATIN.hasAll(sent)).as(text).isTrue();
            assertThat(Transliteration.of(sent, EPC_LATIN).sent()).isEqualTo(sent);
        }
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Transliteration.of("Жизнь ИЖ", EPC_LATIN).sent()).isEqualTo("Zhizn IZH");
        } finally {
            Locale.setDefault(before);
        }
    }
}
