package io.quittance.party;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What registers of taxable persons have said so far, as one stage froze it. */
public interface RegistryBook {

    /** Nobody has asked yet. */
    RegistryBook NONE = of(List.of(), Map.of());

    /** What was answered about a number in its normal form, the oldest first. */
    List<RegistryAnswer> about(String number);

    /** When a register was asked about a number last and did not answer; empty when each question was answered. */
    Optional<Instant> silentSince(String number);

    /**
     * A book of these answers.
     *
     * @param silences by number: when a register was asked last and did not answer
     */
    static RegistryBook of(Collection<RegistryAnswer> answers, Map<String, Instant> silences) {
        return new InMemoryRegistryBook(answers, silences);
    }
}
