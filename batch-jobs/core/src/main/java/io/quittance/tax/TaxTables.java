package io.quittance.tax;

import io.quittance.party.Validity;
import io.quittance.tax.VatRate.RateClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dated rows of {@code config/tax}, frozen for one stage. Rows are never changed, only ended and followed by others. */
public final class TaxTables {

    private static final Comparator<VatRate> SUREST_FIRST =
            Comparator.comparing(VatRate::confidence).thenComparing(VatRate::rateClass);

    private final Map<String, List<Territory>> territories;
    private final Map<String, List<VatRate>> rates;
    private final List<TreatmentRule> rules;

    private TaxTables(List<Territory> territories, List<VatRate> rates, List<TreatmentRule> rules) {
        this.territories = territories.stream().collect(Collectors.groupingBy(Territory::code));
        this.rates = rates.stream().collect(Collectors.groupingBy(VatRate::country));
        this.rules = List.copyOf(rules);
    }

    /**
     * These rows; rules in the order in which they are asked.
     *
     * @throws IllegalArgumentException when two rows have one id, or two rows of one series hold on the same day
     */
    public static TaxTables of(List<Territory> territories, List<VatRate> rates, List<TreatmentRule> rules) {
        unique(territories, Territory::id);
        unique(rates, VatRate::id);
        unique(rules, TreatmentRule::id);
        noOverlap(territories, Territory::code, Territory::validity);
        noOverlap(rates, rate -> rate.country() + " " + rate.rateClass(), VatRate::validity);
        return new TaxTables(territories, rates, rules);
    }

    /** The territory of a code on a day. */
    public Optional<Territory> territory(String code, LocalDate on) {
        return territories.getOrDefault(code, List.of()).stream()
                .filter(row -> row.validity().covers(on))
                .findFirst();
    }

    /** The rates of an area that are in force on a day, the standard rate first. */
    public List<VatRate> ratesInForce(String area, LocalDate on) {
        return rates.getOrDefault(area, List.of()).stream()
                .filter(rate -> rate.validity().covers(on))
                .sorted(Comparator.comparing(VatRate::rateClass))
                .toList();
    }

    /** The standard rate of an area on a day. */
    public Optional<VatRate> standardRate(String area, LocalDate on) {
        return ratesInForce(area, on).stream()
                .filter(rate -> rate.rateClass() == RateClass.STANDARD)
                .findFirst();
    }

    /** The surest row of an area that has this percentage on a day. */
    Optional<VatRate> rateOf(String area, BigDecimal percent, LocalDate on) {
        return ratesInForce(area, on).stream()
                .filter(rate -> rate.percent().compareTo(percent) == 0)
                .min(SUREST_FIRST);
    }

    Optional<TreatmentRule> rule(TreatmentRule.Question question) {
        return rules.stream().filter(rule -> rule.answers(question)).findFirst();
    }

    private static <R> void unique(List<R> rows, Function<R, String> id) {
        var seen = new HashSet<String>();
        for (R row : rows) {
            if (!seen.add(id.apply(row))) {
                throw new IllegalArgumentException("Two rows have the id " + id.apply(row));
            }
        }
    }

    private static <R> void noOverlap(List<R> rows, Function<R, String> series, Function<R, Validity> validity) {
        rows.stream().collect(Collectors.groupingBy(series)).forEach((name, members) -> {
            List<Validity> ordered = members.stream()
                    .map(validity)
                    .sorted(Comparator.comparing(Validity::from))
                    .toList();
            for (int i = 1; i < ordered.size(); i++) {
                if (ordered.get(i - 1).covers(ordered.get(i).from())) {
                    throw new IllegalArgumentException("Two rows of %s hold on %s"
                            .formatted(name, ordered.get(i).from()));
                }
            }
        });
    }
}
