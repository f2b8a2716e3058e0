package io.quittance.payment.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "NL-BV-20261125-01-00007", "a/b", "12345678901234567890123456789012345"})
    void acceptsWhatBanksAccept(String reference) {
        assertThat(References.problem(reference)).isNull();
    }

    @ParameterizedTest(name = "\"{0}\" {1}")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    "",                                     has 0 characters
                    "123456789012345678901234567890123456", has 36 characters
                    "/A",                                   slash
                    "A/",                                   slash
                    "A//B",                                 slash
                    " A",                                   blank
                    "A ",                                   blank
                    "Ümlaut",                               outside the EPC Latin set
                    "A_B",                                  outside the EPC Latin set
                    """)
    void refusesWhatTheyDoNot(String reference, String problem) {
        assertThat(References.problem(reference)).contains(problem);
    }
}
