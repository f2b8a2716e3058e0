package io.quittance.fx;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The policy rows of {@code config/fx/policies.csv}: an entity's own row before the general one. Immutable. */
public final class FxPolicies {

    private record Key(@Nullable String entity, Purpose purpose) {}

    private final Map<Key, TreeMap<LocalDate, FxPolicy>> rows;

    private FxPolicies(Map<Key, TreeMap<LocalDate, FxPolicy>> rows) {
        this.rows = rows;
    }

    /** These rows. @throws IllegalArgumentException when two rows of one entity and purpose begin on the same day */
    public static FxPolicies of(List<FxPolicy> policies) {
        var rows = new HashMap<Key, TreeMap<LocalDate, FxPolicy>>();
        for (FxPolicy policy : policies) {
            var before = rows.computeIfAbsent(
                            new Key(policy.entity(), policy.purpose()), key -> new TreeMap<>(Comparator.naturalOrder()))
                    .put(policy.validFrom(), policy);
            if (before != null) {
                throw new IllegalArgumentException("Two rate policies of %s for %s begin on %s"
                        .formatted(policy.owner(), policy.purpose(), policy.validFrom()));
            }
        }
        return new FxPolicies(rows);
    }

    /** The row in force on a day: the entity's own, else the general one. */
    public Optional<FxPolicy> find(String entity, Purpose purpose, LocalDate on) {
        return inForce(new Key(entity, purpose), on).or(() -> inForce(new Key(null, purpose), on));
    }

    private Optional<FxPolicy> inForce(Key key, LocalDate on) {
        return Optional.ofNullable(rows.get(key))
                .map(byStart -> byStart.floorEntry(on))
                .map(Map.Entry::getValue);
    }
}
