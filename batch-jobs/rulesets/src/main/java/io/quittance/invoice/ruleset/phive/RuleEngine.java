package io.quittance.invoice.ruleset.phive;

import io.quittance.invoice.ruleset.RuleVerdict;
import org.w3c.dom.Document;

/** Applies one rule set to one document, however long that takes. */
@FunctionalInterface
interface RuleEngine {
    RuleVerdict apply(RuleSet ruleSet, Document document);
}
