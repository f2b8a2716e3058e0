package io.quittance.party;

/** An answer, or that there is none: silence is never taken for yes or no. */
public sealed interface RegistryResult {

    /**
     * The register answered.
     *
     * @param raw what it sent, to the letter: what its hash is taken of, and what is kept as the original
     */
    record Answered(RegistryAnswer answer, String raw) implements RegistryResult {}

    /**
     * It did not answer.
     *
     * @param reason in words, without anything of the holder
     * @param again whether the same question may be answered later
     */
    record Silent(String reason, boolean again) implements RegistryResult {}
}
