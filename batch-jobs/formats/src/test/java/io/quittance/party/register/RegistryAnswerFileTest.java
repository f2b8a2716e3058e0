package io.quittance.party.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.finding.Finding;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.register.RegistryAnswerFile.Reading;
import io.quittance.party.register.RegistryAnswerFile.Stated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAnswerFileTest {

    private static final String HEADER =
            "requester,territory,number,valid,name_match,address_match,consultation_number,asked_at,source\n";

    @Test
    void eachRowIsOneAnswerWithItsNumberInNormalForm() throws IOException {
        Reading reading = read("""
                NL 0044.95445.B01,de,136 695 976,true,SAME,,WAPIAAAAY1234567,2026-11-24T09:30:00Z,VIES
                ,GB,GB 980 7806 84,false,,,,2026-11-24T09:31:00Z,HMRC
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.answers())
                .containsExactly(
                        new Stated(
                                new RegistryAnswer(
                                        "NL004495445B01",
                                        "DE",
                                        "DE136695976",
                                        true,
                                        Match.SAME,
                                        Match.NOT_COMPARED,
                                        "WAPIAAAAY1234567",
                                        Instant.parse("2026-11-24T09:30:00Z"),
                                        "VIES"),
                                2),
                        new Stated(
                                new RegistryAnswer(
                                        null,
                                        "GB",
                                        "GB980780684",
                                        false,
                                        Match.NOT_COMPARED,
                                        Match.NOT_COMPARED,
                                        null,
                                        Instant.parse("2026-11-24T09:31:00Z"),
                                        "HMRC"),
                                3));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ,DE,DE136695978,true,,,,2026-11-24T09:30:00Z,VIES      | number    | the check digit 8 does not fit
            ,DE,DE136695976-EX,true,,,,2026-11-24T09:30:00Z,VIES   | number    | this is a number of the scheme for small enterprises (EX)
            ,ZZ,1,true,,,,2026-11-24T09:30:00Z,VIES                | territory | no form of tax numbers of "ZZ"
            ,DE,DE136695976,yes,,,,2026-11-24T09:30:00Z,VIES       | valid     | true or false
            ,DE,DE136695976,true,,,,24/11/2026,VIES                | asked_at  | a time such as
            ,DE,DE136695976,true,,,,2926-11-24T09:30:00Z,VIES      | asked_at  | no register gave answers at that time
            ,DE,DE136695976,true,,,,2026-11-24T09:30:00Z,          | source    | the cell is blank
            123,DE,DE136695976,true,,,,2026-11-24T09:30:00Z,VIES   | requester | it does not begin with a country
            ,DE,DE136695976,true,MAYBE,,,2026-11-24T09:30:00Z,VIES | name_match | "MAYBE" is none of
            ,DE,DE136695976,true,,,a b,2026-11-24T09:30:00Z,VIES   | consultation_number | "a b" is not a consultation number
            """)
    void aWrongCellRefusesItsRowAndNoOther(String row, String column, String reason) throws IOException {
        Reading reading = read(row + "\n,GB,GB980780684,true,,,,2026-11-24T09:31:00Z,HMRC\n");
        assertThat(reading.answers()).extracting(Stated::line).containsExactly(3L);
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code().id()).isEqualTo("Q824");
            assertThat(fault.place()).hasToString("answers.csv:2 " + column);
            assertThat(fault.message()).startsWith(reason);
        });
    }

    @Test
    void everythingWrongWithARowIsToldAtOnce() throws IOException {
        assertThat(read(",DE,DE136695978,yes,,,,yesterday,VIES\nshort,row\n").faults())
                .extracting(fault -> String.valueOf(fault.place()))
                .containsExactlyInAnyOrder(
                        "answers.csv:2 number", "answers.csv:2 valid", "answers.csv:2 asked_at", "answers.csv:3");
    }

    @Test
    void anAnswerAboutAnotherNumberIsNoAnswer() throws IOException {
        Reading reading = RegistryAnswerFile.read(bytes("answered_number," + HEADER + """
                        DE 136 695 976,,DE,DE136695976,true,,,,2026-11-24T09:30:00Z,VIES
                        DE129273398,,DE,DE136695976,true,,,,2026-11-24T09:31:00Z,VIES
                        """), "answers.csv");
        assertThat(reading.answers()).extracting(Stated::line).containsExactly(2L);
        assertThat(reading.faults())
                .extracting(Finding::toString)
                .containsExactly("Q823 REJECT answers.csv:3 answered_number: asked about DE136695976, answered about"
                        + " DE129273398");
    }

    @Test
    void greeceIsOneTerritoryUnderBothItsCodes() throws IOException {
        assertThat(read("""
                ,EL,094259216,true,,,,2026-11-24T09:30:00Z,VIES
                ,GR,EL094259216,true,,,,2026-11-25T09:30:00Z,VIES
                """).answers())
                .extracting(one -> one.answer().territory(), one -> one.answer().number())
                .containsOnly(tuple("GR", "EL094259216"));
    }

    @Test
    void anAnswerThatIsThereTwiceIsOneAndOneThatContradictsItIsRefused() throws IOException {
        Reading reading = read("""
                ,GR,EL094259216,true,,,,2026-11-24T09:30:00Z,VIES
                ,EL,094259216,true,,,,2026-11-24T09:30:00Z,VIES
                ,GR,EL094259216,false,,,,2026-11-24T09:30:00Z,VIES
                ,GR,EL094259216,false,,,,2026-11-24T09:30:01Z,VIES
                """);
        assertThat(reading.answers()).extracting(Stated::line).containsExactly(2L, 5L);
        assertThat(reading.faults())
                .extracting(Finding::toString)
                .containsExactly("Q825 REJECT answers.csv:4 asked_at: line 2 has another answer of VIES about"
                        + " EL094259216 at 2026-11-24T09:30:00Z");
    }

    @Test
    void aFileWithoutItsColumnsSaysNothing() throws IOException {
        Reading reading = RegistryAnswerFile.read(bytes("number,valid\nDE136695976,true\n"), "answers.csv");
        assertThat(reading.answers()).isEmpty();
        assertThat(reading.faults())
                .extracting(Finding::toString)
                .containsExactly("Q824 REJECT answers.csv:1 requester: the column is missing");
    }

    @Test
    void bytesThatAreNoTextAreAFindingAndNoError() throws IOException {
        var in = new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Reading reading = RegistryAnswerFile.read(in, "answers.csv");
        assertThat(reading.answers()).isEmpty();
        assertThat(reading.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code().id()).isEqualTo("Q824"));
    }

    private static Reading read(String rows) throws IOException {
        return RegistryAnswerFile.read(bytes(HEADER + rows), "answers.csv");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
