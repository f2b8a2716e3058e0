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

    public static ReturnPeriods of(List<Filer> rows) {
        return new ReturnPeriods(rows.stream().sorted(OWN_ROW_THEN_NEWEST).toList());
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
