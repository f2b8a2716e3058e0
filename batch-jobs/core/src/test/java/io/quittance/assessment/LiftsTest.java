package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.Lifts.Lift;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiftsTest {

    private static final Lift LIFT = new Lift("anna", LocalDate.of(2026, 11, 24), "the agent pays it");

    private static Finding cap(String file, String read, String message) {
        return Finding.of(
                FindingCode.CONTRACT_CAP, Place.of(file, 3).at("invoice_net"), read, "at most 10.00", message);
    }

    private static Lifts of(Finding finding) {
        return new Lifts(Map.of(finding.fingerprint(), LIFT));
    }

    @Test
    void aLiftedHoldIsAWarningThatSaysWhoAndWhy() {
        Finding held = cap("a.csv", "20.00", "over the cap");
        Findings applied = of(held).applied(Findings.of(held));
        assertThat(applied.has(Severity.HOLD)).isFalse();
        assertThat(applied.all().getFirst().severity()).isEqualTo(Severity.WARN);
        assertThat(applied.all().getFirst().hint()).isEqualTo("lifted by anna on 2026-11-24: the agent pays it");
        assertThat(applied.all().getFirst().message()).isEqualTo("over the cap");
    }

    /** The file's name does not count; what was read, what it is compared with and the sentence do. */
    @Test
    void anotherReadingIsAnotherFinding() {
        Lifts lifts = of(cap("a.csv", "20.00", "over the cap"));
        for (Finding other : List.of(
                cap("a.csv", "20.01", "over the cap"),
                cap("a.csv", "20.00", "far over the cap"),
                Finding.of(
                        FindingCode.CONTRACT_PERIOD,
                        Place.of("a.csv", 3).at("invoice_net"),
                        "20.00",
                        "at most 10.00",
                        "over the cap"))) {
            assertThat(lifts.applied(Findings.of(other)).has(Severity.HOLD)).isTrue();
        }
        assertThat(lifts.applied(Findings.of(cap("b.csv", "20.00", "over the cap")))
                        .has(Severity.HOLD))
                .isFalse();
    }

    /** Whatever the database says: what nobody may lift, and what refuses, stays as it is. */
    @Test
    void whatIsNeverLiftedStays() {
        Finding account = Finding.of(FindingCode.ACCOUNT_DIFFERS, "another account");
        Finding official =
                Finding.of(FindingCode.OFFICIAL_RULE_BROKEN, "BR-CO-16").with(Severity.REJECT);
        for (Finding finding : List.of(account, official)) {
            assertThat(of(finding).applied(Findings.of(finding))).isEqualTo(Findings.of(finding));
        }
        assertThat(Lifts.NONE.applied(Findings.of(account))).isEqualTo(Findings.of(account));
    }
}
