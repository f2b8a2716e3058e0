package io.quittance.invoice.job;

import io.quittance.engine.SideBySide;
import io.quittance.finding.Findings;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.ruleset.CoreFindings;
import io.quittance.invoice.ruleset.Judgement;
import io.quittance.invoice.ruleset.OfficialFindings;
import io.quittance.invoice.ruleset.OfficialRules;
import io.quittance.invoice.ruleset.RuledDocument;
import io.quittance.invoice.store.IntakeRows.Read;
import io.quittance.invoice.store.OfficialVerdicts.Official;
import io.quittance.platform.configuration.RuleSettings;
import io.quittance.stage.FrozenContexts;
import java.util.List;
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

        /**
         * The documents of a chunk with what the rules say of each, in their order. As many are asked about at once as the settings
         * allow; whatever fails, fails the chunk, and nothing of it runs on behind its back.
         */
        List<Read> of(List<? extends Read> chunk) {
            return SideBySide.of(settings.limits().threads(), chunk, this::of);
        }

        /** What the rules say of a document, understood or not: the sender is told everything at once. */
        private Read of(Read read) {
            Official said = of(read.file(), read.document());
            ReadDocument beside = CoreFindings.beside(said.findings(), read.document(), settings.severities());
            Findings findings = settings.severities().applied(said.findings());
            return new Read(read.file(), beside, read.aboutTheFile(), new Official(said.judgement(), findings));
        }

        /** With the severities of their codes. */
        private Official of(DeliveredFile file, ReadDocument document) {
            Stated stated = switch (document) {
                case ReadDocument.Understood understood -> understood.stated();
                case ReadDocument.Refused refused -> refused.stated();
            };
            return RuledDocument.of(file, stated)
                    .map(ruled -> official(rules.judge(ruled), ruled.name()))
                    .orElse(Official.NOT_ASKED);
        }

        private static Official official(Judgement judgement, String file) {
            return new Official(judgement, OfficialFindings.of(judgement, file));
        }
    }
}
