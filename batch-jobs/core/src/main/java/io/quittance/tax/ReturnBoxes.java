package io.quittance.tax;

import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which boxes of a VAT return a treatment goes to, from {@code config/tax/return-boxes.csv}. A row of a rate speaks before
 * the row of all rates; of two rows that hold on one day the one that was recorded later speaks. Immutable.
 */
public final class ReturnBoxes {

    private record Key(String jurisdiction, Treatment treatment) {}

    /**
     * The boxes of one treatment in one jurisdiction's return, codes as the form prints them.
     *
     * @param id of the row; a VAT entry keeps it
     * @param form the name of the return
     * @param rate in per cent, null for a row that speaks of every rate
     * @param base where the taxable amount goes
     * @param outputTax where the tax that the payer owes goes. {@code 206@QST} takes only the part of it that the rate's row calls
     *     QST, a code without a tax all that no other takes
     * @param inputTax where the deductible tax goes, likewise
     * @param validity the tax points that it speaks of
     * @param recordedAt the day on which the row was written; a correction is another row
     * @param condition what the row takes for granted, for people
     */
    public record Boxes(
            String id,
            String jurisdiction,
            String form,
            Treatment treatment,
            @Nullable BigDecimal rate,
            List<String> base,
            List<String> outputTax,
            List<String> inputTax,
            Validity validity,
            LocalDate recordedAt,
            String condition,
            String source,
            Confidence confidence) {

        public Boxes {
            base = List.copyOf(base);
            outputTax = List.copyOf(outputTax);
            inputTax = List.copyOf(inputTax);
        }

        private boolean speaksOf(BigDecimal percent) {
            return rate == null || rate.compareTo(percent) == 0;
        }

        private String series() {
            return jurisdiction + " " + treatment + " "
                    + (rate == null ? "" : rate.stripTrailingZeros().toPlainString()) + " " + recordedAt;
        }
    }

    /** Rows of a rate first, then what was recorded last. */
    private static final Comparator<Boxes> ORDER = Comparator.<Boxes, Boolean>comparing(row -> row.rate() == null)
            .thenComparing(Boxes::recordedAt, Comparator.reverseOrder());

    private final Map<Key, List<Boxes>> rows;
    private final List<Boxes> all;

    private ReturnBoxes(Map<Key, List<Boxes>> rows, List<Boxes> all) {
        this.rows = rows;
        this.all = all;
    }

    /**
     * These rows.
     *
     * @throws IllegalArgumentException when two rows have one id, or two that were recorded on one day speak of one treatment
     *     and rate in one jurisdiction on some same day
     */
    public static ReturnBoxes of(List<Boxes> boxes) {
        unambiguous(boxes);
        var rows = new HashMap<Key, List<Boxes>>();
        for (Boxes row : boxes) {
            rows.merge(new Key(row.jurisdiction(), row.treatment()), List.of(row), ReturnBoxes::joined);
        }
        return new ReturnBoxes(Map.copyOf(rows), List.copyOf(boxes));
    }

    private static List<Boxes> joined(List<Boxes> some, List<Boxes> more) {
        return Stream.concat(some.stream(), more.stream()).sorted(ORDER).toList();
    }

    private static void unambiguous(List<Boxes> boxes) {
        var ids = new HashSet<String>();
        var series = new HashMap<String, List<Boxes>>();
        for (Boxes row : boxes) {
            if (!ids.add(row.id())) {
                throw new RowsContradict("Two rows of boxes have the id " + row.id(), row.id(), row.id());
            }
            List<Boxes> others = series.getOrDefault(row.series(), List.of());
            others.stream()
                    .filter(other -> other.validity().overlaps(row.validity()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new RowsContradict(
                                "Two rows of boxes for %s in %s".formatted(row.treatment(), row.jurisdiction()),
                                other.id(),
                                row.id());
                    });
            series.put(row.series(), joined(others, List.of(row)));
        }
    }

    /** The boxes of a treatment at a rate in per cent on a tax point; empty when no row speaks of it: then no box is sourced. */
    public Optional<Boxes> find(String jurisdiction, Treatment treatment, BigDecimal rate, LocalDate taxPoint) {
        return of(jurisdiction, treatment)
                .filter(row -> row.speaksOf(rate) && row.validity().covers(taxPoint))
                .findFirst();
    }

    /** The row of a treatment that holds to this day, for every rate; empty when the return is not known or never sees it. */
    public Optional<Boxes> find(String jurisdiction, Treatment treatment) {
        return of(jurisdiction, treatment)
                .filter(row -> row.rate() == null && row.validity().to() == null)
                .findFirst();
    }

    /** One row for each jurisdiction and treatment on a day, of every rate, in the order of the table. */
    public List<Boxes> inForce(LocalDate on) {
        var chosen = new LinkedHashMap<Key, Boxes>();
        all.stream()
                .filter(row -> row.rate() == null && row.validity().covers(on))
                .forEach(row -> chosen.merge(
                        new Key(row.jurisdiction(), row.treatment()),
                        row,
                        (one, other) -> ORDER.compare(one, other) <= 0 ? one : other));
        return List.copyOf(chosen.values());
    }

    private Stream<Boxes> of(String jurisdiction, Treatment treatment) {
        return rows.getOrDefault(new Key(jurisdiction, treatment), List.of()).stream();
    }

    /** Every row, in the order of the table. */
    public List<Boxes> all() {
        return all;
    }
}
