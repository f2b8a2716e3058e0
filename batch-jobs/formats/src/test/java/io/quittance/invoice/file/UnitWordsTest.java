package io.quittance.invoice.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # stated  | code
            HUR       | HUR
            hur       | HUR
            Hours     | HUR
            Std.      | HUR
            ORE       | HUR
            godz.     | HUR
            dzień     | DAY
            GG        | DAY
            mies.     | MON
            Wochen    | WEE
            szt.      | C62
            # as it is
            E48       | E48
            usł.      | usł.
            m         | m
                      |
            """)
    void whatMeansOneUnitInEveryLanguage(String stated, String code) {
        assertThat(UnitWords.code(stated)).isEqualTo(code);
    }
}
