package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.assessment.Resemblance;
import io.quittance.assessment.Suspicion;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuleSeverities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSettingsTest {

    @TempDir
    Path folder;

    private ConfigFolder config;

    @BeforeEach
    void right() {
        config = ConfigFolder.right(folder);
        config.write("rules.yaml", """
                official:
                  run: true
                  error: reject
                  warning: hold
                  notRun: warn
                  timeLimitSeconds: 5
                  threads: 3
                  lines: 700
                  overrides:
                    - rule: BR-DE-15
                      severity: warn
                    - rule: BR-CO-16
                      severity: off
                """);
    }

    @Test
    void areRead() {
        assertThat(config.load().rules())
                .isEqualTo(new RuleSettings(
                        true,
                        new RuleLimits(3, Duration.ofSeconds(5), 700),
                        new RuleSeverities(
                                Severity.REJECT,
                                Severity.HOLD,
                                Severity.WARN,
                                Map.of("BR-DE-15", Optional.of(Severity.WARN), "BR-CO-16", Optional.empty()))));
    }

    @Test
    void duplicatesHaveASectionOfTheirOwn() throws IOException {
        config.write("rules.yaml", Files.readString(folder.resolve("rules.yaml")) + """
                duplicates:
                  threshold: 80
                  days: 30
                  creditNoteNames: contract
                  points:
                    sameAmount: 50
                    nearNumber: 0
                """);
        Suspicion suspicion = config.load().rules().suspicion();
        assertThat(suspicion)
                .isEqualTo(
                        new Suspicion(80, 30, Map.of(Resemblance.SAME_AMOUNT, 50, Resemblance.NEAR_NUMBER, 0), true));
        assertThat(suspicion.points()).containsEntry(Resemblance.SAME_DATE, 30);
        config.replace("rules.yaml", "nearNumber", "nearNumbers");
        assertThatThrownBy(config::load).isInstanceOf(ConfigurationError.class).hasMessageContaining("nearNumbers");
    }

    @Test
    void withoutTheSectionSuspicionIsTheDefault() {
        assertThat(config.load().rules().suspicion()).isEqualTo(Suspicion.DEFAULT);
    }

    @Test
    void aConfigurationWithoutTheFileHasTheDefaults() {
        assertThat(RuleSettings.of(folder.resolve("register"))).isEqualTo(RuleSettings.DEFAULT);
        assertThat(RuleSettings.DEFAULT.severities().error()).isEqualTo(Severity.HOLD);
        assertThat(RuleSettings.DEFAULT.severities().warning()).isEqualTo(Severity.WARN);
    }

    @Test
    void switchedOffTheyNoLongerCountAndOursDo() {
        config.replace("rules.yaml", "run: true", "run: false");
        Finding official = Finding.of(FindingCode.OFFICIAL_RULE_BROKEN, "BR-CO-15");
        Finding ours = Finding.of(FindingCode.GROSS_MISMATCH, "5 + 5 = 10, stated 9");
        assertThat(config.load().rules().applied(Findings.of(official, ours))).containsExactly(ours);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            # instead of,          stands,              place,                                      said
            threads: 3,            threads: 99,         rules.yaml:7 official.threads,              expected 1 to 16
            timeLimitSeconds: 5,   timeLimitSeconds: 0, rules.yaml:6 official.timeLimitSeconds,     expected 1 to 600
            error: reject,         error: off,          rules.yaml:3 official.error,                "expected one of reject, hold, warn"
            notRun: warn,          notrun: warn,        rules.yaml:2 official.notRun,               is missing
            rule: BR-CO-16,        rule: BR-DE-15,      rules.yaml:12 official.overrides[2].rule,   has two overrides
            rule: BR-CO-16,        rule: Q205,          rules.yaml:12 official.overrides[2].rule,   a rule of ours
            severity: off,         severity: never,     rules.yaml:13 official.overrides[2].severity, "expected one of reject, hold, warn, off"
            """)
    void whatIsWrongIsToldWithFileLineAndKey(String old, String young, String place, String said) {
        config.replace("rules.yaml", old, young);
        assertThatThrownBy(config::load)
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining(place)
                .hasMessageContaining(said);
    }
}
