package io.quittance.assessment;

import io.quittance.assessment.Assessor.Registries;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.RegistryEvidence;
import io.quittance.party.RegistryEvidence.Question;
import io.quittance.party.RegistryEvidence.Role;
import io.quittance.party.RegistryPolicy.Required;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxStep;
import java.util.List;

/**
 * What tax registers say of the VAT ids that the tax of a document hangs on (Directive 2006/112 art. 44, 196 and 214: an id that
 * was in force on the tax point). Where tax hangs on no id, nothing is looked up.
 */
final class RegistryRules {

    private RegistryRules() {}

    /** The evidence for each id that the decision needs, ours first. */
    static List<RegistryEvidence> evidence(TaxDecision tax, Entity payer, Contractor supplier, Registries registries) {
        var ours = new Question(Role.PAYER, payer.vatCountry(), payer.vatId(), tax.taxPoint());
        var theirs = new Question(Role.SUPPLIER, supplier.vatCountry(), supplier.vatId(), tax.taxPoint());
        List<Question> questions = switch (tax.ids()) {
            case NONE -> List.of();
            case PAYER -> List.of(ours);
            case BOTH -> List.of(ours, theirs);
        };
        return questions.stream()
                .map(question -> RegistryEvidence.of(question, registries.book(), registries.policy()))
                .toList();
    }

    /** One step of the determination for each: whoever prints it, can say on what word the tax rests. */
    static List<TaxStep> steps(List<RegistryEvidence> evidence) {
        return evidence.stream()
                .map(one -> TaxStep.evidence(
                        one.number() == null
                                ? "the " + who(one) + " has no VAT id"
                                : "the " + who(one) + "'s VAT id " + one.told(),
                        "the register's answer nearest to " + one.on()))
                .toList();
    }

    /** What is wrong with the evidence. A missing id is a finding of the tax rules, not of these. */
    static Findings judge(Invoice invoice, List<RegistryEvidence> evidence, Registries registries) {
        return evidence.stream()
                .filter(one -> one.number() != null)
                .flatMap(one -> judge(invoice, one, registries.policy().required()).stream())
                .collect(Findings.gathered());
    }

    private static Findings judge(Invoice invoice, RegistryEvidence evidence, Required required) {
        Findings said = switch (evidence.standing()) {
            case INVALID ->
                Findings.of(finding(
                        FindingCode.REGISTRY_SAYS_NO, invoice, evidence, "a number in force on " + evidence.on()));
            case CONFIRMED -> Findings.NONE;
            case PROVISIONAL, TOO_OLD, NO_ANSWER -> unconfirmed(invoice, evidence, required);
        };
        return said.and(names(invoice, evidence));
    }

    private static Findings unconfirmed(Invoice invoice, RegistryEvidence evidence, Required required) {
        Finding finding =
                finding(FindingCode.REGISTRY_UNCONFIRMED, invoice, evidence, "an answer given near " + evidence.on());
        boolean provisional = evidence.standing() == RegistryEvidence.Standing.PROVISIONAL;
        return switch (required) {
            case NONE -> Findings.NONE;
            case WARN -> Findings.of(finding.with(Severity.WARN));
            // a register that is down stops nobody who was confirmed before: it is asked again before the return
            case HOLD -> Findings.of(provisional ? finding.with(Severity.WARN) : finding);
        };
    }

    /** Neither name is told: both are known where they belong, and findings travel. */
    private static Findings names(Invoice invoice, RegistryEvidence evidence) {
        RegistryAnswer answer = evidence.answer();
        if (answer == null || (answer.name() != Match.DIFFERENT && answer.address() != Match.DIFFERENT)) {
            return Findings.NONE;
        }
        String what = answer.name() == Match.DIFFERENT ? "name" : "address";
        return Findings.of(Finding.of(
                FindingCode.REGISTRY_NAME_DIFFERS,
                invoice.source().place(term(evidence)),
                evidence.number(),
                null,
                answer.source() + " had another " + what + " for the " + who(evidence) + "'s VAT id "
                        + evidence.number() + " on " + answer.day()));
    }

    private static Finding finding(FindingCode code, Invoice invoice, RegistryEvidence evidence, String expected) {
        return Finding.of(
                code,
                invoice.source().place(term(evidence)),
                evidence.number(),
                expected,
                "the " + who(evidence) + "'s VAT id " + evidence.told());
    }

    private static String who(RegistryEvidence evidence) {
        return switch (evidence.role()) {
            case PAYER -> "payer";
            case SUPPLIER -> "supplier";
        };
    }

    private static String term(RegistryEvidence evidence) {
        return switch (evidence.role()) {
            case PAYER -> "BT-48";
            case SUPPLIER -> "BT-31";
        };
    }
}
