package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.party.Validity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The rows of {@code config/tax/tax-points.csv}, asked in their order. Immutable and pure. */
public final class TaxPoints {

    /** Directive 2006/112 art. 63 and its equivalents alone: tax arises with the supply. */
    static final TaxPoints GENERAL = new TaxPoints(List.of(new TaxPointRule(
            "general",
            new TaxPointRule.Match(
                    Jurisdictions.all(), EnumSet.allOf(Treatment.class), EnumSet.allOf(TaxDates.Supply.class)),
            TaxPointRule.Event.SUPPLY,
            TaxPointRule.Meanwhile.NOTHING,
            "Directive 2006/112 art. 63",
            new Validity(LocalDate.of(1900, 1, 1), null),
            LocalDate.of(2026, 11, 26),
            "read there",
            Confidence.HIGH)));

    private final List<TaxPointRule> rules;

    private TaxPoints(List<TaxPointRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** These rows, in the order in which they are asked. */
    public static TaxPoints of(List<TaxPointRule> rules) {
        return new TaxPoints(rules);
    }

    /** Every row, in the order of the table. */
    public List<TaxPointRule> all() {
        return rules;
    }

    /**
     * What was derived.
     *
     * @param point with the day of supply where no row says a better one
     * @param findings why the document waits: no row speaks, or one document would have several tax points
     */
    public record Derived(TaxPoint point, Findings findings) {

        /** The same, found at a place of the document. */
        Derived at(Place place) {
            return new Derived(
                    point,
                    findings.stream()
                            .map(found ->
                                    Finding.of(found.code(), place, found.read(), found.expected(), found.message()))
                            .collect(Findings.gathered()));
        }
    }

    /** The tax point of a supply, from the days that are known of it. */
    public Derived derive(String jurisdiction, Treatment treatment, TaxDates dates) {
        return rule(jurisdiction, treatment, dates)
                .map(rule -> by(rule, dates))
                .orElseGet(() -> new Derived(
                        supply(dates, "none", "no row speaks"),
                        Findings.of(Finding.of(
                                FindingCode.TAX_POINT_UNKNOWN,
                                null,
                                dates.written(),
                                "a row of tax-points.csv",
                                "no row says when the tax of %s in %s arises, %s"
                                        .formatted(treatment, jurisdiction, dates.written())))));
    }

    private Optional<TaxPointRule> rule(String jurisdiction, Treatment treatment, TaxDates dates) {
        Optional<TaxPointRule> first = rules.stream()
                .filter(rule -> rule.validity().covers(dates.performed()))
                .filter(rule -> rule.match().covers(jurisdiction, treatment, dates.supply()))
                .findFirst();
        return first.flatMap(found -> rules.stream()
                .filter(rule ->
                        rule.match().equals(found.match()) && rule.validity().covers(dates.performed()))
                .max(Comparator.comparing(TaxPointRule::recordedAt)));
    }

    private static Derived by(TaxPointRule rule, TaxDates dates) {
        LocalDate day = rule.day(dates);
        if (day == null) {
            return new Derived(supply(dates, rule.id(), rule.basis()), Findings.of(several(rule, dates)));
        }
        LocalDate exchange = rule.event().exchangesAtSupply() ? dates.performed() : day;
        boolean provisional = rule.event().waitsForPayment() && dates.paid() == null;
        return new Derived(new TaxPoint(day, exchange, rule.id(), rule.basis(), dates, provisional), Findings.NONE);
    }

    private static TaxPoint supply(TaxDates dates, String row, String basis) {
        return new TaxPoint(dates.performed(), dates.performed(), row, basis, dates, false);
    }

    private static Finding several(TaxPointRule rule, TaxDates dates) {
        return Finding.of(
                FindingCode.TAX_POINT_UNKNOWN,
                null,
                dates.written(),
                "one document for each calendar year",
                "a service over more than a year is taxed on each 31 December (%s): one document cannot carry several tax points"
                        .formatted(rule.id()));
    }
}
