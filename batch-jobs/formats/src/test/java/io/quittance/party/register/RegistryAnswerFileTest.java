package io.quittance.party.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.table.TableError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAnswerFileTest {

    private static final String HEADER =
            "requester,territory,number,valid,name_match,address_match,consultation_number,asked_at,source\n";

    @Test
    void eachRowIsOneAnswerWithItsNumberInNormalForm() throws IOException {
        assertThat(read("""
                NL 0044.95445.B01,de,136 695 976,true,SAME,,WAPIAAAAY1234567,2026-11-24T09:30:00Z,VIES
                ,GB,GB 980 7806 84,false,,,,2026-11-24T09:31:00Z,HMRC
                """))
                .containsExactly(
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
                        new RegistryAnswer(
                                null,
                                "GB",
                                "GB980780684",
                                false,
                                Match.NOT_COMPARED,
                                Match.NOT_COMPARED,
                                null,
                                Instant.parse("2026-11-24T09:31:00Z"),
                                "HMRC"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ,DE,DE136695978,true,,,,2026-11-24T09:30:00Z,VIES      | answers.csv:2 number: the check digit 8 does not fit
            ,ZZ,1,true,,,,2026-11-24T09:30:00Z,VIES                | answers.csv:2 territory: no form of tax numbers of "ZZ"
            ,DE,DE136695976,yes,,,,2026-11-24T09:30:00Z,VIES       | answers.csv:2 valid: true or false
            ,DE,DE136695976,true,,,,24/11/2026,VIES                | answers.csv:2 asked_at: a time such as
            ,DE,DE136695976,true,,,,2026-11-24T09:30:00Z,          | answers.csv:2 source: the cell is blank
            123,DE,DE136695976,true,,,,2026-11-24T09:30:00Z,VIES   | answers.csv:2 requester: it does not begin with a country
            ,DE,DE136695976,true,MAYBE,,,2026-11-24T09:30:00Z,VIES | answers.csv:2 name_match: "MAYBE" is none of
            """)
    void theFirstWrongCellIsNamed(String row, String message) {
        assertThatThrownBy(() -> read(row + "\n"))
                .isInstanceOf(TableError.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void greeceIsOneTerritoryUnderBothItsCodes() throws IOException {
        assertThat(read("""
                ,EL,094259216,true,,,,2026-11-24T09:30:00Z,VIES
                ,GR,EL094259216,true,,,,2026-11-25T09:30:00Z,VIES
                """))
                .extracting(RegistryAnswer::territory, RegistryAnswer::number)
                .containsOnly(tuple("GR", "EL094259216"));
    }

    @Test
    void anAnswerThatIsThereTwiceIsNoMoreEvidence() {
        String row = ",DE,DE136695976,true,,,,2026-11-24T09:30:00Z,VIES\n";
        assertThatThrownBy(() -> read(row + row)).hasMessageContaining("the same answer is there twice");
    }

    private static List<RegistryAnswer> read(String rows) throws IOException {
        byte[] bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return RegistryAnswerFile.read(new ByteArrayInputStream(bytes), "answers.csv");
    }
}
