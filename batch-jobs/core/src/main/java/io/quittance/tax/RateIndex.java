package io.quittance.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rates by area, region and day. Immutable. */
final class RateIndex {

    private record Where(String area, String region) {}

    private final Map<Where, Timeline<VatRate>> rates = new HashMap<>();

    RateIndex(List<Series.Stretch<VatRate>> stretches) {
        Map<Where, List<Series.Stretch<VatRate>>> byPlace = new HashMap<>();
        for (Series.Stretch<VatRate> stretch : stretches) {
            var where = new Where(stretch.row().country(), stretch.row().region());
            byPlace.computeIfAbsent(where, at -> new ArrayList<>()).add(stretch);
        }
        byPlace.forEach((where, its) -> rates.put(where, Timeline.of(its, RateIndex::standardFirst)));
    }

    private static List<VatRate> standardFirst(List<VatRate> onOneDay) {
        return onOneDay.stream()
                .sorted(Comparator.comparing(VatRate::rateClass))
                .toList();
    }

    /** Those in force, the standard rate first. */
    List<VatRate> on(String area, String region, LocalDate day) {
        Timeline<VatRate> timeline = rates.get(new Where(area, region));
        return timeline == null ? List.of() : timeline.on(day);
    }

    /** The parts of an area that have rates of their own in force, in alphabetical order. */
    List<String> parts(String area, LocalDate day) {
        return rates.entrySet().stream()
                .filter(entry -> entry.getKey().area().equals(area)
                        && !entry.getKey().region().equals(VatRate.WHOLE_AREA)
                        && !entry.getValue().on(day).isEmpty())
                .map(entry -> entry.getKey().region())
                .sorted()
                .toList();
    }

    /** The rate of a class. The standard one is asked for most, and comes first. */
    static Optional<VatRate> of(VatRate.RateClass rateClass, List<VatRate> inForce) {
        for (VatRate rate : inForce) {
            if (rate.rateClass() == rateClass) {
                return Optional.of(rate);
            }
        }
        return Optional.empty();
    }

    /** The surest row that has this percentage. */
    static Optional<VatRate> of(BigDecimal percent, List<VatRate> inForce) {
        VatRate surest = null;
        for (VatRate rate : inForce) {
            boolean surer = surest == null || rate.confidence().compareTo(surest.confidence()) < 0;
            if (surer && rate.percent().compareTo(percent) == 0) {
                surest = rate;
            }
        }
        return Optional.ofNullable(surest);
    }
}
