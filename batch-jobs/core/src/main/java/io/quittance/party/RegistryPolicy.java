package io.quittance.party;

/**
 * What an entity wants of tax registers before it relies on a VAT id that its tax hangs on. That a register says no always
 * counts; the policy is about there being no good answer.
 *
 * @param required what is done without one
 * @param maxAgeDays how far from the tax point an answer may have been given, either way; a register speaks of its own day only
 */
public record RegistryPolicy(Required required, int maxAgeDays) {

    /** Nothing is asked for; what is known is told. */
    public static final RegistryPolicy NONE = new RegistryPolicy(Required.NONE, 30);

    /** What is done with a document whose VAT ids no register has confirmed. */
    public enum Required {
        /** Nothing. */
        NONE,
        /** It goes on, with a finding. */
        WARN,
        /** It waits for an answer. */
        HOLD
    }
}
