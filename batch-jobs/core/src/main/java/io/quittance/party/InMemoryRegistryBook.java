package io.quittance.party;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers by number. Those of one moment stand in the order of their registers, so that the same answers give the same book. */
final class InMemoryRegistryBook implements RegistryBook {

    private static final Comparator<RegistryAnswer> OLDEST_FIRST = Comparator.comparing(RegistryAnswer::askedAt)
            .thenComparing(RegistryAnswer::source)
            .thenComparing(RegistryAnswer::id);

    private final Map<String, List<RegistryAnswer>> answers;
    private final Map<String, Instant> silences;

    InMemoryRegistryBook(Collection<RegistryAnswer> answers, Map<String, Instant> silences) {
        this.answers = answers.stream().sorted(OLDEST_FIRST).collect(Collectors.groupingBy(RegistryAnswer::number));
        this.silences = Map.copyOf(silences);
    }

    @Override
    public List<RegistryAnswer> about(String number) {
        return answers.getOrDefault(number, List.of());
    }

    @Override
    public Optional<Instant> silentSince(String number) {
        return Optional.ofNullable(silences.get(number));
    }
}
