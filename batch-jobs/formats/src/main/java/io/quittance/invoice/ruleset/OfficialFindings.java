package io.quittance.invoice.ruleset;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a judgement says, as findings with the ids of the official rules. */
public final class OfficialFindings {

    private OfficialFindings() {}

    /**
     * The findings about a document, with the severities of their codes. A rule that two rule sets have in common speaks once
     * for each place.
     *
     * @param file its name, for the places
     */
    public static Findings of(Judgement judgement, String file) {
        return switch (judgement) {
            case Judgement.Judged judged -> judged(judged.verdicts(), file);
            case Judgement.NotApplicable none -> Findings.NONE;
            case Judgement.NotRun not ->
                Findings.of(Finding.of(
                        FindingCode.OFFICIAL_RULES_NOT_RUN,
                        Place.of(file),
                        null,
                        null,
                        "the official rules were not applied: " + not.reason()));
        };
    }

    private record Spoken(String rule, String location) {}

    private static Findings judged(List<RuleVerdict> verdicts, String file) {
        Map<Spoken, Finding> once = new LinkedHashMap<>();
        for (RuleVerdict verdict : verdicts) {
            for (RuleVerdict.Breach breach : verdict.breaches()) {
                once.putIfAbsent(new Spoken(breach.rule(), breach.location()), finding(verdict, breach, file));
            }
        }
        return once.values().stream().collect(Findings.gathered());
    }

    private static Finding finding(RuleVerdict verdict, RuleVerdict.Breach breach, String file) {
        FindingCode code = verdict.binding() && breach.fatal()
                ? FindingCode.OFFICIAL_RULE_BROKEN
                : FindingCode.OFFICIAL_RULE_WARNING;
        return new Finding(
                code,
                code.severity(),
                new Place(file, breach.line(), emptyAsNull(breach.location())),
                null,
                null,
                breach.rule() + " (" + verdict.name() + "): " + breach.text() + more(verdict),
                code.hint(),
                breach.rule());
    }

    private static String more(RuleVerdict verdict) {
        int untold = verdict.found() - verdict.breaches().size();
        return untold > 0 ? " (and " + untold + " more by this rule set, not listed)" : "";
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
