package io.quittance.invoice.ruleset;

/** Applies the rules that the publishers of e-invoice profiles issue as artefacts: XML schema and Schematron. */
public interface OfficialRules {

    /** What they say about a document. Takes its limit of time at most, and is safe to call from several threads. */
    Judgement judge(RuledDocument document);

    /** When there are no rule sets: of every document. */
    static OfficialRules none(String reason) {
        return document -> new Judgement.NotApplicable(reason);
    }
}
