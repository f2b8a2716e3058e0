package io.quittance.vat;

import io.quittance.party.Validity;
import io.quittance.tax.Confidence;
import io.quittance.vat.Period.Length;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long the filing periods of each entity are and when they begin, from {@code config/tax/return-periods.csv}. Immutable. */
public final class ReturnPeriods {

    /** Stands for every entity, or every jurisdiction, that has no row of its own. */
    public static final String ANY = "*";

    /**
     * How long the periods of an entity are while the row holds.
     *
     * @param entity its id, or {@link #ANY}
     * @param jurisdiction of the return, or {@link #ANY}
     * @param firstMonth 1 to 12: one of the months with which a period begins
     */
    public record Filer(
            String id,
            String entity,
            String jurisdiction,
            Length length,
            int firstMonth,
            Validity validity,
            LocalDate recordedAt,
            String source,
            Confidence confidence) {}

    private static final Comparator<Filer> OWN_ROW_THEN_NEWEST = Comparator.<Filer, Boolean>comparing(
                    row -> row.entity().equals(ANY))
            .thenComparing(row -> row.jurisdiction().equals(ANY))
            .thenComparing(Filer::recordedAt, Comparator.reverseOrder());

    private final List<Filer> rows;

    private ReturnPeriods(List<Filer> rows) {
        this.rows = rows;
    }

    /**
     * These rows.
     *
     * @throws IllegalArgumentException when two that were recorded on one day speak of one entity and jurisdiction on some same day
     */
    public static ReturnPeriods of(List<Filer> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Filer one = rows.get(i);
            rows.subList(i + 1, rows.size()).stream()
                    .filter(other -> contradict(one, other))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("%s and %s say for which periods %s files in %s on one day"
                                .formatted(one.id(), other.id(), one.entity(), one.jurisdiction()));
                    });
        }
        return new ReturnPeriods(rows.stream().sorted(OWN_ROW_THEN_NEWEST).toList());
    }

    private static boolean contradict(Filer one, Filer other) {
        return one.entity().equals(other.entity())
                && one.jurisdiction().equals(other.jurisdiction())
                && one.recordedAt().equals(other.recordedAt())
                && one.validity().overlaps(other.validity());
    }

    /** The period that an entity files for a day in a jurisdiction; empty when no row speaks of it. */
    public Optional<Period> of(String entity, String jurisdiction, LocalDate day) {
        return rows.stream()
                .filter(row -> row.entity().equals(entity) || row.entity().equals(ANY))
                .filter(row -> row.jurisdiction().equals(jurisdiction)
                        || row.jurisdiction().equals(ANY))
                .filter(row -> row.validity().covers(day))
                .findFirst()
                .map(row -> Period.of(day, row.length(), row.firstMonth()));
    }
}
