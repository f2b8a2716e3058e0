package io.quittance.party;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quittance.party.TaxNumber.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tax numbers, registration numbers and dates of birth of the register, frozen for one command. */
public final class TaxNumbers {

    private static final Comparator<TaxNumber> ORDER = Comparator.comparing(
                    (TaxNumber one) -> Objects.requireNonNullElse(one.country(), ""))
            .thenComparing(one -> one.validity().from())
            .thenComparing(TaxNumber::number);

    /** None is known. */
    public static final TaxNumbers NONE = new TaxNumbers(List.of());

    private final Map<String, List<TaxNumber>> byParty;

    private TaxNumbers(Collection<TaxNumber> numbers) {
        byParty = numbers.stream().sorted(ORDER).collect(groupingBy(TaxNumber::party));
    }

    /** These. @throws IllegalArgumentException when a party has two of a kind and country on one day */
    public static TaxNumbers of(Collection<TaxNumber> numbers) {
        var all = new TaxNumbers(numbers);
        all.byParty.values().forEach(TaxNumbers::requireApart);
        return all;
    }

    private static void requireApart(List<TaxNumber> ofParty) {
        for (int i = 0; i < ofParty.size(); i++) {
            TaxNumber one = ofParty.get(i);
            boolean twice = ofParty.subList(i + 1, ofParty.size()).stream()
                    .anyMatch(other -> other.kind() == one.kind()
                            && Objects.equals(other.country(), one.country())
                            && overlap(one.validity(), other.validity()));
            if (twice) {
                throw new IllegalArgumentException(one + " is there twice for one day");
            }
        }
    }

    private static boolean overlap(Validity one, Validity other) {
        return one.covers(other.from()) || other.covers(one.from());
    }

    /** Those of a kind that were valid on some of these days, by country; of one country the newest. */
    public List<TaxNumber> of(String party, Kind kind, LocalDate from, LocalDate to) {
        var span = new Validity(from, to);
        return byParty.getOrDefault(party, List.of()).stream()
                .filter(one -> one.kind() == kind && overlap(one.validity(), span))
                .collect(groupingBy(one -> Objects.requireNonNullElse(one.country(), ""), TreeMap::new, toList()))
                .values()
                .stream()
                .map(List::getLast)
                .toList();
    }

    /** Ids of those that have any, in order. */
    public SortedSet<String> named() {
        return new TreeSet<>(byParty.keySet());
    }
}
