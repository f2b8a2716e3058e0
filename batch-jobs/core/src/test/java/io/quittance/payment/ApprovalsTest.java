package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.payment.Approvals.Approval;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anna proposed. Signatures in short: {@code ben:new chloe:old}, who and of which content; the content now is {@code new}. */
class ApprovalsTest {

    @ParameterizedTest(name = "{0} approves {1} after [{2}]")
    @CsvSource(delimiter = '|', textBlock = """
            # who  | shown | given            | refused because
            ben    | new   | ''               | ''
            ben    | new   | chloe:new        | ''
            ben    | new   | ben:old          | ''
            ben    | new   | ben:new          | ben has approved this run already
            ben    | old   | ''               | the run is no longer the one that was shown; look at it again and approve that
            anna   | new   | ''               | anna proposed this run; somebody else must approve it
            anna   | old   | ''               | anna proposed this run; somebody else must approve it
            """)
    void whoMaySign(String who, String shown, String given, String refusal) {
        assertThat(Approvals.refusal(who, "anna", given(given), shown, "new").orElse(""))
                .isEqualTo(refusal);
    }

    @ParameterizedTest(name = "[{0}] for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # given                      | needed | suffice
            ''                           | 1      | false
            ben:new                      | 1      | true
            ben:new                      | 2      | false
            ben:new chloe:new            | 2      | true
            ben:new chloe:old            | 2      | false
            ben:new ben:new              | 2      | false
            ben:new anna:new             | 2      | false
            anna:new                     | 1      | false
            ben:old chloe:old            | 1      | false
            ben:new chloe:new dev:new    | 2      | true
            """)
    void enoughDifferentPeopleSignedWhatIsThereNow(String given, int needed, boolean suffice) {
        assertThat(Approvals.suffice(given(given), "anna", "new", needed)).isEqualTo(suffice);
    }

    @Test
    void noRunGoesWithoutASecondPerson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Approvals.suffice(List.of(), "anna", "new", 0))
                .withMessageContaining("at least one approval");
    }

    private static List<Approval> given(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split(":"))
                .map(word -> new Approval(word[0], word[1]))
                .toList();
    }
}
