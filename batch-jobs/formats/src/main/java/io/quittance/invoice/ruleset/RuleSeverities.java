package io.quittance.invoice.ruleset;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What official findings do to a document here, and ours by EN 16931's VAT rules. Other rules of ours keep the severity of their code.
 *
 * @param error effect of a broken rule
 * @param warning effect of a rule that warns
 * @param notRun effect when the rules could not be applied
 * @param overrides by the id of the official rule; an empty value means that the rule is not heard at all
 */
public record RuleSeverities(
        Severity error, Severity warning, Severity notRun, Map<String, Optional<Severity>> overrides) {

    /** Broken rules hold, warnings pass. */
    public static final RuleSeverities DEFAULT =
            new RuleSeverities(Severity.HOLD, Severity.WARN, Severity.HOLD, Map.of());

    public RuleSeverities {
        overrides = Map.copyOf(overrides);
    }

    /** The findings with the effects that this says; those by rules of ours as they are. */
    public Findings applied(Findings findings) {
        return findings.stream()
                .flatMap(finding -> effect(finding).map(finding::with).stream())
                .collect(Findings.gathered());
    }

    private Optional<Severity> effect(Finding finding) {
        String rule = finding.rule();
        if (rule != null && overrides.containsKey(rule)) {
            return overrides.get(rule);
        }
        return Optional.of(
                switch (finding.code()) {
                    case OFFICIAL_RULE_BROKEN, CORE_VAT_RULE_BROKEN -> error;
                    case OFFICIAL_RULE_WARNING, CORE_VAT_RULE_INFORMS -> warning;
                    case OFFICIAL_RULES_NOT_RUN -> notRun;
                    default -> finding.severity();
                });
    }
}
