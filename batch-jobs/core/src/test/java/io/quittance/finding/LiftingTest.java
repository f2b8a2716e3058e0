package io.quittance.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftingTest {

    /** The list that people decided on; whatever is not in it is not lifted. The match with contract and time sheet joins by area. */
    @Test
    void whatAPersonMayLift() {
        assertThat(Arrays.stream(FindingCode.values())
                        .filter(code -> code.notLiftedBecause().isEmpty())
                        .map(FindingCode::id)
                        .filter(id -> !id.matches("Q50[7-9]|Q5[1-9].")))
                .containsExactly(
                        "Q150", "Q152", "Q209", "Q210", "Q404", "Q405", "Q406", "Q501", "Q504", "Q505", "Q707", "Q709",
                        "Q760", "Q820", "Q821");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q310 | the money could reach an account that nobody verified
            Q602 | without a rate it cannot be booked
            Q701 | its tax would be booked without a rule that says so
            Q401 | a refused document is corrected and sent again
            Q105 | it holds nothing
            Q810 | it is about a message of the bank, not about a document
            """)
    void whyNobodyLiftsTheOthers(String code, String why) {
        assertThat(FindingCode.ofId(code).notLiftedBecause()).contains(why);
    }
}
