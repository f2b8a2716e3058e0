package io.quittance.tax;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Validity;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule, a row of {@code config/tax/treatment-rules.csv}. The first row that matches, and whose trigger is met, decides.
 *
 * @param id of the row, e.g. {@code TR-010}; evidence names it. A correction of it is {@code TR-010.2} and takes its place
 * @param match when it may speak
 * @param trigger on which further fact it depends
 * @param outcome what it says
 * @param ids whose VAT ids the treatment needs
 * @param own how tax that the payer owes itself is reckoned, where the treatment assesses any
 * @param expected what the invoice should have said, for the message of a refusal; empty otherwise
 * @param legend the words a corrected invoice must bear, e.g. {@code Reverse charge} (art. 226(11a)); empty for none
 * @param basis the article of law
 * @param source where the rule was read
 */
public record TreatmentRule(
        String id,
        Match match,
        Trigger trigger,
        Outcome outcome,
        IdsNeeded ids,
        OwnTax own,
        String expected,
        String legend,
        String basis,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence)
        implements DatedRow {

    /** All payers, as a row names them. */
    public static final String EVERY_PAYER = "*";

    /**
     * The cases a rule is for. Every set holds all values that match.
     *
     * @param payers groups of territories, or VAT areas, or {@link #EVERY_PAYER}
     */
    public record Match(
            Set<String> payers,
            Set<Relation> relations,
            Set<Place> places,
            Set<ServiceKind> services,
            Set<VatStanding> standings,
            Set<VatCategory> categories,
            Set<Charge> charges) {

        /** Whether it is such a case, whoever pays. */
        boolean covers(Question question) {
            return relations.contains(question.relation)
                    && places.contains(question.place)
                    && services.contains(question.service)
                    && standings.contains(question.standing)
                    && categories.contains(question.category)
                    && charges.contains(question.charge);
        }
    }

    /**
     * What one VAT breakdown of a document asks of the rules.
     *
     * @param payerArea the VAT area of the payer
     * @param payerGroup the union it belongs to, or itself; that of the land or the event, if it lies in the payer's area
     * @param recoveryPercent how much of its input tax the payer may deduct
     */
    record Question(
            String payerArea,
            String payerGroup,
            Relation relation,
            Place place,
            ServiceKind service,
            VatStanding standing,
            VatCategory category,
            Charge charge,
            int recoveryPercent,
            boolean payerRegistered,
            boolean exemptAcrossBorder,
            BuysAs buysAs,
            LocalDate on) {}

    /** Whether the invoice charges VAT. */
    public enum Charge {
        CHARGED,
        FREE
    }

    /** Whose VAT ids a treatment needs; each includes those before it. */
    public enum IdsNeeded {
        NONE,
        PAYER,
        BOTH
    }

    /**
     * How tax that the payer owes itself is reckoned.
     *
     * @param rateClass the class of the payer's own rate, e.g. REDUCED for building work in Ireland (VATCA 2010 s. 16(3), 46(1)(c))
     * @param share of what
     */
    public record OwnTax(VatRate.RateClass rateClass, BaseShare share) {

        /** At the standard rate, on the whole base. */
        public static final OwnTax STANDARD = new OwnTax(VatRate.RateClass.STANDARD, BaseShare.WHOLE);
    }

    /** The part of the base that bears the tax. */
    public enum BaseShare {
        WHOLE,
        /** What is not used for taxable supplies: imported services "to the extent" of other use. Nothing of its tax is deducted. */
        NON_DEDUCTIBLE
    }

    /** What a rule says. */
    public sealed interface Outcome {

        /**
         * The VAT falls like this.
         *
         * @param asks the code of what a person should ask about nevertheless; null for nothing
         */
        record Treat(Treatment treatment, @Nullable FindingCode asks) implements Outcome {}

        /** The invoice cannot be as it is, or a person must decide. */
        record Refuse(FindingCode code) implements Outcome {}
    }

    /** The id without the number of the correction: {@code TR-010} of {@code TR-010.2}. */
    @Override
    public String series() {
        int correction = id.indexOf('.');
        return correction < 0 ? id : id.substring(0, correction);
    }
}
