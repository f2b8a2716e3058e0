package io.quittance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.file.DeliveredFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security numbers 79 to 85: a name is shown, and never more than shown. */
class QuarantineNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            invoice.csv            | invoice.csv
            xero/bills.xlsx        | bills.xlsx
            ..\\x.csv              | _._x.csv
            ..                     | __
            C:\\temp\\x.csv        | C__temp_x.csv
            CON                    | _CON
            nul.csv                | _nul.csv
            CONTRACT.csv           | CONTRACT.csv
            -rf.csv                | _rf.csv
            .hidden                | _hidden
            a*b?.csv               | a_b_.csv
            Müller & Söhne 11.pdf  | Müller & Söhne 11.pdf
            """)
    void isFitForAnySystem(String delivered, String plain) {
        assertThat(plain(delivered)).isEqualTo(plain);
    }

    @Test
    void controlCharactersAndDirectionsAreNotInIt() {
        assertThat(plain("a\nb\u001B[31mc\u202Egpj.csv")).isEqualTo("a_b_[31mc_gpj.csv");
    }

    @Test
    void aLongOneLeavesRoomAndKeepsItsEnding() {
        for (String one : new String[] {"x", "\u00E9", "\uD83D\uDE00"}) {
            String name = plain(one.repeat(60) + "y".repeat(180) + ".csv");
            assertThat(name).endsWith(".csv").contains("~").startsWith(one);
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(160);
        }
    }

    private static String plain(String name) {
        return QuarantineFolder.plainName(DeliveredFile.of(name, new byte[0]));
    }
}
