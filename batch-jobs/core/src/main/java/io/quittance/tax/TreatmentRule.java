package io.quittance.tax;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Validity;
import java.time.LocalDate;
import java.util.Set;

/**
 * A rule, a row of {@code config/tax/treatment-rules.csv}. The first row that matches decides.
 *
 * @param id of the row, e.g. {@code TR-010}; evidence names it
 * @param match when it speaks
 * @param outcome what it says
 * @param ids whose VAT ids the treatment needs
 * @param expected what the invoice should have said, for the message of a refusal; empty otherwise
 * @param basis the article of law
 * @param source where the rule was read
 */
public record TreatmentRule(
        String id,
        Match match,
        Outcome outcome,
        IdsNeeded ids,
        String expected,
        String basis,
        Validity validity,
        String source,
        Confidence confidence) {

    /** The cases a rule is for. Every set holds all values that match. */
    public record Match(
            Set<String> payerGroups,
            Set<Relation> relations,
            Set<ServiceKind> services,
            Set<VatStanding> standings,
            Set<VatCategory> categories,
            Set<Charge> charges,
            Set<Recovery> recoveries) {

        boolean covers(Question question) {
            return payerGroups.contains(question.payerGroup)
                    && relations.contains(question.relation)
                    && services.contains(question.service)
                    && standings.contains(question.standing)
                    && categories.contains(question.category)
                    && charges.contains(question.charge)
                    && recoveries.contains(question.recovery);
        }
    }

    /** What one VAT breakdown of a document asks of the rules. */
    record Question(
            String payerGroup,
            Relation relation,
            ServiceKind service,
            VatStanding standing,
            VatCategory category,
            Charge charge,
            Recovery recovery,
            LocalDate on) {}

    /** Whether the invoice charges VAT. */
    public enum Charge {
        CHARGED,
        FREE
    }

    /** Whether the payer may deduct all its input VAT. */
    public enum Recovery {
        FULL,
        PARTIAL
    }

    /** Whose VAT ids a treatment needs; each includes those before it. */
    public enum IdsNeeded {
        NONE,
        PAYER,
        BOTH
    }

    /** What a rule says. */
    public sealed interface Outcome {

        /** The VAT falls like this. */
        record Treat(Treatment treatment) implements Outcome {}

        /** The invoice cannot be as it is, or a person must decide. */
        record Refuse(FindingCode code) implements Outcome {}
    }

    boolean answers(Question question) {
        return validity.covers(question.on) && match.covers(question);
    }
}
