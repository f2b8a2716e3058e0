package io.quittance.cli;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.ruleset.CoreFindings;
import io.quittance.invoice.ruleset.OfficialFindings;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.RuledDocument;
import io.quittance.platform.configuration.RuleSettings;

/** What the official rules say about documents that were read, with the effects that configuration gives them. */
final class OfficialReading {

    private final OfficialRules rules;
    private final RuleSettings settings;

    OfficialReading(RuleSettings settings) {
        this(settings.open(), settings);
    }

    private OfficialReading(OfficialRules rules, RuleSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** Nobody is asked. */
    static OfficialReading none() {
        return new OfficialReading(OfficialRules.none("they were not asked"), RuleSettings.DEFAULT);
    }

    /** What they say of a document, with the severities of their codes. */
    Findings findings(DeliveredFile file, Stated stated) {
        return RuledDocument.of(file, stated)
                .map(ruled -> OfficialFindings.of(rules.judge(ruled), ruled.name()))
                .orElse(Findings.NONE);
    }

    /** Those with the effects that configuration gives them. */
    Findings applied(Findings findings) {
        return settings.severities().applied(findings);
    }

    /** The document without those of our findings that they repeat. */
    ReadDocument beside(Findings findings, ReadDocument document) {
        return CoreFindings.beside(findings, document, settings.severities());
    }
}
