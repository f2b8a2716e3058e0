package io.quittance.invoice.ruleset;

import java.util.List;

/**
 * The verdict of one rule set in one version: rules change, so a verdict without its version says nothing.
 *
 * @param ruleSet such as {@code en16931}, {@code xrechnung}, {@code peppol}, {@code zugferd-extended}
 * @param version such as {@code 1.3.16}
 * @param binding whether the document has to pass it: one that extends EN 16931 by its own profile may break the core
 * @param valid whether no breach is fatal
 * @param breaches the first of them, at most {@link #MOST_BREACHES}, in the order of the rule set
 * @param found how many there are in all
 */
public record RuleVerdict(
        String ruleSet, String version, boolean binding, boolean valid, List<Breach> breaches, int found) {

    /** More tell nothing new: a document of thousands of lines breaks one rule thousands of times. */
    public static final int MOST_BREACHES = 100;

    /**
     * One rule that is broken at one place.
     *
     * @param rule its id as published, such as {@code BR-CO-15}; {@code XSD} for the schema
     * @param fatal whether it makes the document invalid; otherwise it warns
     * @param line from 1, 0 when unknown
     * @param location the element, such as {@code /Invoice/LegalMonetaryTotal}; empty when unknown
     * @param text what the rule says
     */
    public record Breach(String rule, boolean fatal, long line, String location, String text) {}

    public RuleVerdict {
        breaches = breaches.stream().limit(MOST_BREACHES).toList();
    }

    /** {@code en16931 1.3.16}. */
    public String name() {
        return ruleSet + " " + version;
    }
}
