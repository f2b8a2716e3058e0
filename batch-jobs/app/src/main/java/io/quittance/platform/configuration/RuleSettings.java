package io.quittance.platform.configuration;

import io.quittance.assessment.Suspicion;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.OfficialRulesProvider;
import io.quittance.invoice.ruleset.RuleLimits;
import io.quittance.invoice.ruleset.RuleSeverities;
import io.quittance.party.RegistryPolicy;
import io.quittance.party.RegistryPolicy.Required;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code rules.yaml}: the official e-invoice rules, when a document looks too much like another, and what tax registers must say. A configuration without the
 * file, or without the section, has the defaults.
 *
 * @param run whether the official rules are applied at all
 * @param suspicion about look-alikes
 * @param registry what is wanted of tax registers
 */
public record RuleSettings(
        boolean run, RuleLimits limits, RuleSeverities severities, Suspicion suspicion, RegistryPolicy registry) {

    /** With the default suspicion, and nothing wanted of tax registers. */
    public RuleSettings(boolean run, RuleLimits limits, RuleSeverities severities) {
        this(run, limits, severities, Suspicion.DEFAULT, RegistryPolicy.NONE);
    }

    /** Applied; broken rules hold, warnings pass. */
    public static final RuleSettings DEFAULT = new RuleSettings(true, RuleLimits.DEFAULT, RuleSeverities.DEFAULT);

    private static final Set<FindingCode> OFFICIAL = EnumSet.of(
            FindingCode.OFFICIAL_RULE_BROKEN, FindingCode.OFFICIAL_RULE_WARNING, FindingCode.OFFICIAL_RULES_NOT_RUN);

    private static final String FILE = "rules.yaml";
    private static final int MOST_THREADS = 16;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_LINES = 10_000;
    private static final int MOST_AGE_DAYS = 400;

    /** What may be configured as an effect. */
    private enum Effect {
        REJECT,
        HOLD,
        WARN,
        /** The rule is not heard. */
        OFF
    }

    /** Of a folder of configuration. */
    public static RuleSettings of(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? read(file) : DEFAULT;
    }

    /** The rules themselves; when they are switched off, rules that apply to no document. */
    public OfficialRules open() {
        return run
                ? OfficialRulesProvider.installed(limits)
                : OfficialRules.none("the official rules are switched off in " + FILE);
    }

    /** Findings with the effects that this says; without official ones when the rule sets are switched off. */
    public Findings applied(Findings findings) {
        return severities.applied(
                run
                        ? findings
                        : findings.stream()
                                .filter(finding -> !OFFICIAL.contains(finding.code()))
                                .collect(Findings.gathered()));
    }

    private static RuleSettings read(Path file) {
        YamlSection top = YamlFile.read(file);
        YamlSection official = top.section("official");
        RuleSettings settings = new RuleSettings(
                official.flag("run"),
                new RuleLimits(
                        official.integer("threads", 1, MOST_THREADS),
                        Duration.ofSeconds(official.integer("timeLimitSeconds", 1, MOST_SECONDS)),
                        official.integer("lines", 1, MOST_LINES)),
                new RuleSeverities(
                        severity(official, "error"),
                        severity(official, "warning"),
                        severity(official, "notRun"),
                        overrides(official)),
                top.has("duplicates") ? DuplicateSettings.read(top.section("duplicates")) : Suspicion.DEFAULT,
                top.has("registry") ? registry(top.section("registry")) : RegistryPolicy.NONE);
        official.done();
        top.done();
        return settings;
    }

    private static RegistryPolicy registry(YamlSection section) {
        var policy = new RegistryPolicy(
                section.choice("required", Required.class), section.integer("maxAgeDays", 0, MOST_AGE_DAYS));
        section.done();
        return policy;
    }

    /** Not "off": whoever wants to hear nothing, does not run the rules. */
    private static Severity severity(YamlSection official, String key) {
        return official.choice(key, Severity.class);
    }

    private static Map<String, Optional<Severity>> overrides(YamlSection official) {
        Map<String, Optional<Severity>> overrides = new HashMap<>();
        if (!official.has("overrides")) {
            return overrides;
        }
        for (YamlSection section : official.sections("overrides")) {
            String rule = section.text("rule");
            if (isOurs(rule)) {
                throw section.wrong("rule", "is '" + rule + "', a rule of ours: those keep their severity.");
            }
            Effect effect = section.choice("severity", Effect.class);
            section.done();
            if (overrides.put(rule, severity(effect)) != null) {
                throw section.wrong("rule", "'" + rule + "' has two overrides.");
            }
        }
        return overrides;
    }

    private static Optional<Severity> severity(Effect effect) {
        return switch (effect) {
            case REJECT -> Optional.of(Severity.REJECT);
            case HOLD -> Optional.of(Severity.HOLD);
            case WARN -> Optional.of(Severity.WARN);
            case OFF -> Optional.empty();
        };
    }

    private static boolean isOurs(String rule) {
        for (FindingCode code : FindingCode.values()) {
            if (code.id().equals(rule)) {
                return true;
            }
        }
        return false;
    }
}
