package io.quittance.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The rows of {@code config/tax}, frozen for one stage. Rows are never changed: a fact that ended is followed by another row, a
 * wrong one is corrected by a later recording. What a lookup takes does not grow with the number of rows.
 */
public final class TaxTables {

    private final List<Territory> territories;
    private final List<VatRate> rates;
    private final List<TreatmentRule> rules;
    private final Map<String, Timeline<Territory>> territoryOf;
    private final RateIndex rateIndex;
    private final RuleIndex ruleIndex;

    private TaxTables(List<Territory> territories, List<VatRate> rates, List<TreatmentRule> rules) {
        this.territories = List.copyOf(territories);
        this.rates = List.copyOf(rates);
        this.rules = List.copyOf(rules);
        this.territoryOf = byCode(Series.stretches(territories));
        this.rateIndex = new RateIndex(Series.stretches(rates));
        this.ruleIndex = new RuleIndex(Series.stretches(rules));
    }

    /**
     * These rows; rules in the order in which they are asked, a correction at the place of what it corrects.
     *
     * @throws IllegalArgumentException when two rows have one id, or two rows of one series and recording hold on the same day
     */
    public static TaxTables of(List<Territory> territories, List<VatRate> rates, List<TreatmentRule> rules) {
        return new TaxTables(territories, rates, rules);
    }

    private static Map<String, Timeline<Territory>> byCode(List<Series.Stretch<Territory>> stretches) {
        Map<String, List<Series.Stretch<Territory>>> byCode = new HashMap<>();
        for (Series.Stretch<Territory> stretch : stretches) {
            byCode.computeIfAbsent(stretch.row().code(), code -> new ArrayList<>(1))
                    .add(stretch);
        }
        Map<String, Timeline<Territory>> timelines = new HashMap<>();
        byCode.forEach((code, its) -> timelines.put(code, Timeline.of(its, UnaryOperator.identity())));
        return timelines;
    }

    /** What these tables were on a day: without the rows that were recorded after it. */
    public TaxTables asRecorded(LocalDate day) {
        return new TaxTables(known(territories, day), known(rates, day), known(rules, day));
    }

    private static <R extends DatedRow> List<R> known(List<R> rows, LocalDate day) {
        return rows.stream().filter(row -> !row.recordedAt().isAfter(day)).toList();
    }

    /** Every territory row, in the order of the table. */
    public List<Territory> territories() {
        return territories;
    }

    /** Every rate row, in the order of the table. */
    public List<VatRate> rates() {
        return rates;
    }

    /** Every rule row, in the order of the table. */
    public List<TreatmentRule> rules() {
        return rules;
    }

    /** The territory of a code on a day. */
    public Optional<Territory> territory(String code, LocalDate on) {
        Timeline<Territory> timeline = territoryOf.get(code);
        List<Territory> found = timeline == null ? List.of() : timeline.on(on);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** The rates of an area without regions that are in force on a day, the standard rate first. */
    public List<VatRate> ratesInForce(String area, LocalDate on) {
        return ratesInForce(area, VatRate.WHOLE_AREA, on);
    }

    /** The rates of a region of an area that are in force on a day, the standard rate first. */
    public List<VatRate> ratesInForce(String area, String region, LocalDate on) {
        return rateIndex.on(area, region, on);
    }

    /** The standard rate of an area without regions on a day. */
    public Optional<VatRate> standardRate(String area, LocalDate on) {
        return standardRate(area, VatRate.WHOLE_AREA, on);
    }

    /** The standard rate of a region of an area on a day. */
    public Optional<VatRate> standardRate(String area, String region, LocalDate on) {
        return rateOf(area, region, VatRate.RateClass.STANDARD, on);
    }

    /** The rate of a class in a region of an area on a day. */
    public Optional<VatRate> rateOf(String area, String region, VatRate.RateClass rateClass, LocalDate on) {
        return RateIndex.of(rateClass, rateIndex.on(area, region, on));
    }

    /** The parts of an area that have rates of their own in force on a day. */
    List<String> partsWithRates(String area, LocalDate on) {
        return rateIndex.parts(area, on);
    }

    /** The surest row of a region that has this percentage on a day. */
    Optional<VatRate> rateOf(String area, String region, BigDecimal percent, LocalDate on) {
        return RateIndex.of(percent, rateIndex.on(area, region, on));
    }

    Optional<TreatmentRule> rule(TreatmentRule.Question question) {
        return ruleIndex.find(question);
    }

    /** The first day on which the tables have a rule for such a case; empty when they never have one. */
    Optional<LocalDate> ruleBegins(TreatmentRule.Question question) {
        return ruleIndex.begins(question);
    }

    /** The first day of a territory in these tables; empty when they do not have it. */
    Optional<LocalDate> territoryBegins(String code) {
        return territories.stream()
                .filter(row -> row.code().equals(code))
                .map(row -> row.validity().from())
                .min(Comparator.naturalOrder());
    }
}
