package io.quittance.fx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Published rates, frozen: the same set always answers the same. Look-up by binary search, no allocation but the key. */
public final class RateSet {

    private record Series(String source, CurrencyUnit base, CurrencyUnit quote) {}

    private final Map<Series, List<Rate>> series;
    private final int size;

    private RateSet(Map<Series, List<Rate>> series) {
        this.series = series;
        this.size = series.values().stream().mapToInt(List::size).sum();
    }

    /**
     * These rates, in any order. The same rate twice is one rate.
     *
     * @throws IllegalArgumentException when two periods of one source and pair overlap with different values
     */
    public static RateSet of(List<Rate> rates) {
        var series = new HashMap<Series, List<Rate>>();
        for (Rate rate : rates) {
            series.computeIfAbsent(new Series(rate.source(), rate.base(), rate.quote()), key -> new ArrayList<>())
                    .add(rate);
        }
        series.replaceAll((key, published) -> inOrder(published));
        return new RateSet(Map.copyOf(series));
    }

    /** The newest rate of a source for a pair that begins on or before a day, however old; null when there is none. */
    public @Nullable Rate newest(String source, CurrencyUnit base, CurrencyUnit quote, LocalDate on) {
        return find(DayRule.ON_OR_BEFORE, source, base, quote, on);
    }

    /** The rate of a source for a pair that a rule means by a day, however far away; null when there is none. */
    @Nullable
    Rate find(DayRule rule, String source, CurrencyUnit base, CurrencyUnit quote, LocalDate on) {
        List<Rate> published = series.get(new Series(source, base, quote));
        if (published == null) {
            return null;
        }
        return switch (rule) {
            case ON_OR_BEFORE -> at(published, begunBy(published, on) - 1);
            case BEFORE -> at(published, begunBy(published, on.minusDays(1)) - 1);
            case LAST_BUT_ONE -> at(published, begunBy(published, on.minusDays(1)) - 2);
            case ON_OR_AFTER -> onOrAfter(published, on);
        };
    }

    private static @Nullable Rate onOrAfter(List<Rate> published, LocalDate on) {
        int begun = begunBy(published, on);
        Rate running = at(published, begun - 1);
        return running == null || running.to().isBefore(on) ? at(published, begun) : running;
    }

    private static @Nullable Rate at(List<Rate> published, int position) {
        return position < 0 || position >= published.size() ? null : published.get(position);
    }

    /** How many of the rates begin on or before a day. */
    private static int begunBy(List<Rate> published, LocalDate on) {
        int low = 0;
        int high = published.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (published.get(middle).from().isAfter(on)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The parity of a pegged currency in force on a day, null when it has none. Its base is the anchor. */
    @Nullable
    Rate peg(CurrencyUnit pegged, List<CurrencyUnit> anchors, LocalDate on) {
        for (CurrencyUnit anchor : anchors) {
            Rate parity = newest(Rate.PEG, anchor, pegged, on);
            if (parity != null && !parity.to().isBefore(on)) {
                return parity;
            }
        }
        return null;
    }

    /** How many rates there are. */
    public int size() {
        return size;
    }

    /** Every currency that other currencies are pegged to, in alphabetical order. */
    List<CurrencyUnit> anchors() {
        return series.keySet().stream()
                .filter(key -> key.source().equals(Rate.PEG))
                .map(Series::base)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Rate> inOrder(List<Rate> published) {
        var ordered = new ArrayList<Rate>(published.size());
        published.sort(Comparator.comparing(Rate::from).thenComparing(Rate::to));
        for (Rate rate : published) {
            Rate before = ordered.isEmpty() ? null : ordered.getLast();
            if (before == null || before.to().isBefore(rate.from())) {
                ordered.add(rate);
            } else if (!isSame(before, rate)) {
                throw new IllegalArgumentException("Two rates %s for %s: %s and %s"
                        .formatted(rate.pair(), rate.from(), before.value(), rate.value()));
            }
        }
        return List.copyOf(ordered);
    }

    private static boolean isSame(Rate one, Rate other) {
        return one.from().equals(other.from())
                && one.to().equals(other.to())
                && one.value().compareTo(other.value()) == 0;
    }
}
