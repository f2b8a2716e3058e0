package io.quittance.invoice.ruleset;

import java.util.List;

/** What the official rules say about a document. */
public sealed interface Judgement {

    /**
     * They were applied.
     *
     * @param verdicts of each rule set: first the one that the document itself names in BT-24, then EN 16931 alone; at least one
     */
    record Judged(List<RuleVerdict> verdicts) implements Judgement {
        public Judged {
            verdicts = List.copyOf(verdicts);
            if (verdicts.isEmpty()) {
                throw new IllegalArgumentException("No rule set judged");
            }
        }

        /** Whether every rule set passes that the document has to pass. */
        public boolean valid() {
            return verdicts.stream().filter(RuleVerdict::binding).allMatch(RuleVerdict::valid);
        }
    }

    /** There are none for such a document. @param reason in a clause */
    record NotApplicable(String reason) implements Judgement {}

    /** There are, but they could not be applied: too long, too large, not readable. @param reason in a clause */
    record NotRun(String reason) implements Judgement {}
}
