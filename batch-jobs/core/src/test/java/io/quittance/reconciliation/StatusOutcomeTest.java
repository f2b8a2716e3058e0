package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusOutcomeTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            ACCEPTED | RCVD ACTC ACCP ACSP ACFC ACPD ACFW ACSC ACCC ACWC ACWP PDNG PATC
            REJECTED | RJCT CANC
            SILENT   | PART BLCK RCVC RVCM RVMC RVNM RVNC RVNA XXXX rjct
            """)
    void whatACodeMeans(StatusOutcome outcome, String codes) {
        assertThat(Stream.of(codes.split(" ")).map(StatusOutcomeTest::status))
                .allMatch(status -> StatusOutcome.of(status) == outcome);
    }

    /** Money that left the account comes back by a return only; a refusal outweighs what was accepted before it. */
    @Test
    void theWeightierOfTwoCounts() {
        List<String> lightestFirst = List.of("RVNM", "PART", "ACSP", "RJCT", "ACSC");
        assertThat(lightestFirst.reversed().stream()
                        .sorted(Comparator.comparingInt(code -> StatusOutcome.weight(status(code)))))
                .isEqualTo(lightestFirst);
        assertThat(lightestFirst.stream().map(code -> StatusOutcome.weight(status(code))))
                .doesNotHaveDuplicates();
    }

    @Test
    void verificationOfPayeeIsNoOutcome() {
        assertThat(Stream.of("RCVC", "RVCM", "RVMC", "RVNM", "RVNC", "RVNA").map(StatusOutcomeTest::status))
                .allMatch(StatusOutcome::isVerification);
        assertThat(StatusOutcome.isVerification(status("RJCT"))).isFalse();
    }

    private static Status status(String code) {
        return new Status(Level.TRANSACTION, null, null, "E1", null, code, List.of());
    }
}
