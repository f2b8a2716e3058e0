package io.quittance.invoice.job;

import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.OfficialFindings;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.RuledDocument;
import io.quittance.invoice.store.OfficialVerdicts.Official;
import io.quittance.platform.configuration.RuleSettings;
import io.quittance.stage.FrozenContexts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks the official rules about what was taken in, as the configuration that a work set froze wants it. */
@Component
class OfficialChecks {

    private final FrozenContexts contexts;
    private final Map<RuleSettings, OfficialRules> opened = new ConcurrentHashMap<>();

    OfficialChecks(FrozenContexts contexts) {
        this.contexts = contexts;
    }

    /** Those of a work set. */
    Check of(String workSet) {
        RuleSettings settings = contexts.rules(workSet);
        return new Check(opened.computeIfAbsent(settings, RuleSettings::open), settings);
    }

    record Check(OfficialRules rules, RuleSettings settings) {

        /** What the rules say of a document, understood or not: the sender is told everything at once. */
        Official of(DeliveredFile file, ReadDocument document) {
            Stated stated = switch (document) {
                case ReadDocument.Understood understood -> understood.stated();
                case ReadDocument.Refused refused -> refused.stated();
            };
            return RuledDocument.of(file, stated)
                    .map(ruled -> official(rules.judge(ruled), ruled.name()))
                    .orElse(Official.NOT_ASKED);
        }

        private Official official(Judgement judgement, String file) {
            Findings findings = settings.severities().applied(OfficialFindings.of(judgement, file));
            return new Official(judgement, findings);
        }
    }
}
