package io.quittance.party;

/** An answer, or that there is none: silence is never taken for yes or no. */
public sealed interface RegistryResult {

    /** The register answered. */
    record Answered(RegistryAnswer answer) implements RegistryResult {}

    /**
     * It did not answer.
     *
     * @param reason in words, without anything of the holder
     * @param again whether the same question may be answered later
     */
    record Silent(String reason, boolean again) implements RegistryResult {}
}
