package io.quittance.fx;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policy rows of {@code config/fx/policies.csv}: an entity's own row before that of its jurisdiction, that before the
 * general one. Immutable.
 */
public final class FxPolicies {

    private record Key(@Nullable String entity, @Nullable String jurisdiction, Purpose purpose) {
        static Key of(FxPolicy policy) {
            return new Key(policy.entity(), policy.jurisdiction(), policy.purpose());
        }
    }

    private final Map<Key, TreeMap<LocalDate, FxPolicy>> rows;

    private FxPolicies(Map<Key, TreeMap<LocalDate, FxPolicy>> rows) {
        this.rows = rows;
    }

    /**
     * These rows.
     *
     * @throws IllegalArgumentException when two rows of one owner and purpose begin on the same day, or one changes the
     *     method of another before its lock-in is over
     */
    public static FxPolicies of(List<FxPolicy> policies) {
        var rows = new HashMap<Key, TreeMap<LocalDate, FxPolicy>>();
        for (FxPolicy policy : policies) {
            var before = rows.computeIfAbsent(Key.of(policy), key -> new TreeMap<>(Comparator.naturalOrder()))
                    .put(policy.validFrom(), policy);
            if (before != null) {
                throw new IllegalArgumentException("Two rate policies of %s for %s begin on %s"
                        .formatted(policy.owner(), policy.purpose(), policy.validFrom()));
            }
        }
        rows.values().forEach(FxPolicies::checkLockIn);
        return new FxPolicies(rows);
    }

    private static void checkLockIn(TreeMap<LocalDate, FxPolicy> byStart) {
        FxPolicy before = null;
        for (FxPolicy policy : byStart.values()) {
            if (before != null && !before.mayBeFollowedBy(policy)) {
                throw new IllegalArgumentException("The rate policy of %s for %s of %s is locked in for %d months"
                        .formatted(before.owner(), before.purpose(), before.validFrom(), before.lockInMonths()));
            }
            before = policy;
        }
    }

    /**
     * The row in force on a day: the entity's own, else that of its jurisdiction, else the general one.
     *
     * @param jurisdiction where the entity is established on that day, null when that is not known
     */
    public Optional<FxPolicy> find(String entity, @Nullable String jurisdiction, Purpose purpose, LocalDate on) {
        Optional<FxPolicy> general = inForce(new Key(null, null, purpose), on);
        Optional<FxPolicy> there = jurisdiction == null
                ? general
                : inForce(new Key(null, jurisdiction, purpose), on).or(() -> general);
        return inForce(new Key(entity, null, purpose), on).or(() -> there);
    }

    private Optional<FxPolicy> inForce(Key key, LocalDate on) {
        return Optional.ofNullable(rows.get(key))
                .map(byStart -> byStart.floorEntry(on))
                .map(Map.Entry::getValue);
    }
}
