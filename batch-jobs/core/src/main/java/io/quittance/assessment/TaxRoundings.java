package io.quittance.assessment;

import io.quittance.money.Rounding;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;

/**
 * The tax amounts that a supplier may arrive at, depending on his country's rounding. No EU rule fixes the level, so half up
 * in total and half up line by line are both right nearly everywhere.
 *
 * @param inTotal roundings allowed once for the whole category
 * @param byLine roundings allowed for each line
 */
record TaxRoundings(Set<Rounding> inTotal, Set<Rounding> byLine) {

    private static final TaxRoundings USUAL =
            new TaxRoundings(EnumSet.of(Rounding.HALF_UP), EnumSet.of(Rounding.HALF_UP));

    static TaxRoundings of(String vatCountry) {
        return switch (vatCountry) {
            // VAT Notice 700, 17.5: the total may be rounded down to a whole penny.
            case "GB", "XI" -> new TaxRoundings(EnumSet.of(Rounding.HALF_UP, Rounding.DOWN), USUAL.byLine);
            // Goods and Services Tax Act 1985 s 19O: half a cent may be dropped.
            case "NZ" ->
                new TaxRoundings(
                        EnumSet.of(Rounding.HALF_UP, Rounding.HALF_DOWN),
                        EnumSet.of(Rounding.HALF_UP, Rounding.HALF_DOWN));
            // Qualified invoices: once per invoice and rate, in whatever direction; never line by line.
            case "JP" ->
                new TaxRoundings(
                        EnumSet.of(Rounding.HALF_UP, Rounding.DOWN, Rounding.UP), EnumSet.noneOf(Rounding.class));
            default -> USUAL;
        };
    }

    /** Every tax amount that one of them leads to, smallest first. */
    TreeSet<Money> reachable(Money base, List<Money> lines, BigDecimal ratePercent) {
        var amounts = new TreeSet<Money>();
        inTotal.forEach(rounding -> amounts.add(rounding.percent(base, ratePercent)));
        byLine.forEach(rounding -> lines.stream()
                .map(line -> rounding.percent(line, ratePercent))
                .reduce(Money::plus)
                .ifPresent(amounts::add));
        return amounts;
    }
}
