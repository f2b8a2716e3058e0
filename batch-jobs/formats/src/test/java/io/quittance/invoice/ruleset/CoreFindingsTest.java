package io.quittance.invoice.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreFindingsTest {

    /** A rule is told once: by the official set where it spoke, else by ours, with the effect that configuration gives the id. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # official sets said, set to off, of our own reading is told
            '',                   '',         Q205 REJECT | Q760 BR-CO-15 HOLD | Q760 BR-S-08 HOLD
            BR-CO-15,             '',         Q205 REJECT | Q760 BR-S-08 HOLD
            BR-CO-15 BR-S-08,     '',         Q205 REJECT
            '',                   BR-S-08,    Q205 REJECT | Q760 BR-CO-15 HOLD
            BR-DE-15,             BR-CO-15,   Q205 REJECT | Q760 BR-S-08 HOLD
            """)
    void told(String official, String off, String told) {
        Findings ofReading =
                Findings.of(ours("BR-CO-15"), ours("BR-S-08"), Finding.of(FindingCode.GROSS_MISMATCH, "m"));
        Findings said = Arrays.stream(official.split(" "))
                .map(rule -> finding(FindingCode.OFFICIAL_RULE_BROKEN, rule))
                .collect(Findings.gathered());
        var severities = new RuleSeverities(
                Severity.HOLD, Severity.WARN, Severity.HOLD, off.isEmpty() ? Map.of() : Map.of(off, Optional.empty()));
        var document = new ReadDocument.Refused(1, Place.of("a.csv"), ofReading, Stated.NOTHING);
        assertThat(((ReadDocument.Refused) CoreFindings.beside(said, document, severities))
                        .findings().stream()
                                .map(finding ->
                                        finding.code().id() + (finding.rule() == null ? "" : " " + finding.rule()) + " "
                                                + finding.severity())
                                .collect(Collectors.joining(" | ")))
                .isEqualTo(told);
    }

    private static Finding ours(String rule) {
        return finding(FindingCode.CORE_VAT_RULE_BROKEN, rule);
    }

    private static Finding finding(FindingCode code, String rule) {
        return new Finding(code, code.severity(), null, null, null, rule + ": broken", "h", rule);
    }
}
