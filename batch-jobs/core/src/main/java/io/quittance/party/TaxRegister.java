package io.quittance.party;

/** A register that says whether a number is in force: VIES, or a national one. */
@FunctionalInterface
public interface TaxRegister {

    /** Asks once. Trouble on the way is a result too, never an exception. */
    RegistryResult ask(RegistryQuestion question);
}
