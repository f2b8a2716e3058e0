package io.quittance.invoice.ruleset;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.file.ReadDocument;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What our own reading of EN 16931's VAT rules adds to what the official rule sets said of a document: a rule is told once. The
 * official sets speak first; ours are heard of documents that they do not judge, and when they are switched off or ran out of time.
 */
public final class CoreFindings {

    private static final Set<FindingCode> OURS =
            Set.of(FindingCode.CORE_VAT_RULE_BROKEN, FindingCode.CORE_VAT_RULE_INFORMS);

    private CoreFindings() {}

    /**
     * The document without those of our findings that an official one repeats.
     *
     * @param said by the official rule sets, before configuration took any away
     * @param severities the effects that configuration gives rules by their ids, ours as the official ones
     */
    public static ReadDocument beside(Findings said, ReadDocument document, RuleSeverities severities) {
        return switch (document) {
            case ReadDocument.Understood understood ->
                new ReadDocument.Understood(
                        understood.invoice(), understood.stated(), beside(said, understood.warnings(), severities));
            case ReadDocument.Refused refused ->
                new ReadDocument.Refused(
                        refused.position(),
                        refused.place(),
                        beside(said, refused.findings(), severities),
                        refused.stated());
        };
    }

    private static Findings beside(Findings said, Findings ofReading, RuleSeverities severities) {
        if (ofReading.stream().noneMatch(CoreFindings::isOurs)) {
            return ofReading;
        }
        Set<String> rules = said.stream().map(Finding::printedId).collect(Collectors.toSet());
        Findings kept = ofReading.stream()
                .filter(finding -> !(isOurs(finding) && rules.contains(finding.printedId())))
                .collect(Findings.gathered());
        return severities.applied(kept);
    }

    private static boolean isOurs(Finding finding) {
        return OURS.contains(finding.code());
    }
}
