package io.quittance.tax;

import io.quittance.party.Contract.BuysAs;
import io.quittance.tax.TreatmentRule.Question;

/** On which further fact a rule depends; where it is not met, the rule does not speak and the next one is asked. */
public sealed interface Trigger {

    /** It always speaks. */
    record Always() implements Trigger {}

    /**
     * The payer may deduct less than this share of its input tax.
     *
     * @param threshold per cent, 1 to 100; 100 means anything short of all of it
     */
    record NotFullyRecoverable(int threshold) implements Trigger {

        private static final int WHOLE = 100;

        public NotFullyRecoverable {
            if (threshold < 1 || threshold > WHOLE) {
                throw new IllegalArgumentException(threshold + " is no share from 1 to 100 per cent");
            }
        }
    }

    /** The payer may deduct nothing at all. */
    record NoDeduction() implements Trigger {}

    /** The payer has a VAT or GST number. */
    record Registered() implements Trigger {}

    /** The supplier's cross-border small-business number is confirmed for the payer's country (art. 284). */
    record ExemptAcrossBorder() implements Trigger {}

    /** The contract says as what the payer buys building work. */
    record Buys(BuysAs as) implements Trigger {}

    /** Whether the rule speaks. */
    default boolean isMet(Question question) {
        return switch (this) {
            case Always always -> true;
            case NotFullyRecoverable partial -> question.recoveryPercent() < partial.threshold();
            case NoDeduction nothing -> question.recoveryPercent() == 0;
            case Registered registered -> question.payerRegistered();
            case ExemptAcrossBorder exempt -> question.exemptAcrossBorder();
            case Buys buys -> question.buysAs() == buys.as();
        };
    }
}
