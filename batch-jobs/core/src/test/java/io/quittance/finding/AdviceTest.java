package io.quittance.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {

    private static final String HINT = FindingCode.CONTRACT_MISSING.hint();

    @Test
    void aHeldDocumentIsLiftedByItsOwnName() {
        assertThat(Advice.about(HINT, "NL-BV/C1001/A-1"))
                .isEqualTo("Name the contract. To overrule the hold: quittance invoice lift NL-BV/C1001/A-1 --code Q501"
                        + " --reason TEXT");
        assertThat(Advice.about(HINT, "NL-BV/C1001/it's 1"))
                .as("a name that the shell would take apart")
                .contains("lift 'NL-BV/C1001/it'\\''s 1' --code");
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void nobodyIsToldToLiftARefusal(FindingCode code) {
        assertThat(Advice.correcting(code.hint())).isNotBlank().doesNotContain("invoice lift");
    }
}
