package io.quittance.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The versions of facts that have an id, each with the days on which it holds; at most one a day. */
final class Versions<T> {

    private final Function<T, Validity> validity;
    private final Map<String, List<T>> byId = new TreeMap<>();

    /** @throws IllegalArgumentException when two versions of one id hold on the same day */
    Versions(Collection<T> facts, Function<T, String> id, Function<T, Validity> validity) {
        this.validity = validity;
        facts.stream()
                .sorted(Comparator.comparing(fact -> validity.apply(fact).from()))
                .forEach(fact -> add(id.apply(fact), fact));
    }

    /** The version of that day; when none holds then, the latest one. */
    Optional<T> on(String id, LocalDate day) {
        List<T> versions = byId.getOrDefault(id, List.of());
        return versions.stream()
                .filter(fact -> validity.apply(fact).covers(day))
                .findFirst()
                .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
    }

    /** The latest version of each, by id. */
    List<T> latest() {
        return byId.values().stream().map(List::getLast).toList();
    }

    private void add(String id, T fact) {
        List<T> versions = byId.computeIfAbsent(id, unused -> new ArrayList<>());
        Validity days = validity.apply(fact);
        if (!versions.isEmpty() && validity.apply(versions.getLast()).overlaps(days)) {
            throw new IllegalArgumentException("Two versions of " + id + " hold on the same day: "
                    + validity.apply(versions.getLast()) + ", and " + days);
        }
        versions.add(fact);
    }
}
