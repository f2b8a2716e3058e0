package io.quittance.tax;

import io.quittance.money.Rounding;
import io.quittance.party.Validity;
import io.quittance.party.VatId;
import io.quittance.tax.RoundingPolicy.Favour;
import io.quittance.tax.RoundingPolicy.Grain;
import io.quittance.tax.RoundingPolicy.Level;
import io.quittance.tax.RoundingPolicy.User;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rows of {@code config/tax/rounding-policies.csv}. An area has its own rows, or those of everybody. Immutable and pure. */
public final class RoundingPolicies {

    /**
     * EN 16931 alone (BR-CO-17): half up to the minor unit for each category; and line by line, since no rule of the union fixes
     * the level.
     */
    public static final RoundingPolicies GENERAL =
            of(List.of(general("general-total", Level.CATEGORY_TOTAL), general("general-line", Level.LINE)));

    private final List<RoundingPolicy> policies;
    private final Map<String, List<RoundingPolicy>> byJurisdiction;

    private RoundingPolicies(List<RoundingPolicy> policies) {
        this.policies = List.copyOf(policies);
        this.byJurisdiction = inSeries(policies).collect(Collectors.groupingBy(RoundingPolicy::jurisdiction));
    }

    /** A correction is asked in the place of what it corrects. */
    private static Stream<RoundingPolicy> inSeries(List<RoundingPolicy> policies) {
        return policies.stream()
                .collect(Collectors.groupingBy(RoundingPolicy::series, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream);
    }

    /**
     * These rows; the first of an area that a payer may use is the one that he uses.
     *
     * @throws IllegalArgumentException when two have one id, or there is none for everybody: then somebody would have none
     */
    public static RoundingPolicies of(List<RoundingPolicy> policies) {
        var ids = new HashSet<String>();
        for (RoundingPolicy row : policies) {
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("Two rows have the id " + row.id());
            }
        }
        var made = new RoundingPolicies(policies);
        if (policies.stream()
                .noneMatch(row -> row.jurisdiction().equals(Jurisdictions.ALL)
                        && row.users().contains(User.PAYER)
                        && row.parts().isEmpty()
                        && row.currency() == null)) {
            throw new IllegalArgumentException("No row of rounding policies is for the payer of every jurisdiction");
        }
        return made;
    }

    /** Every row, in the order of the table. */
    public List<RoundingPolicy> all() {
        return policies;
    }

    /**
     * Every tax amount that a supplier may arrive at, smallest first.
     *
     * @param jurisdiction the supplier's territory, which may be a part of an area such as {@code IN-KA}
     * @param claimed what it is the tax of
     */
    public TreeSet<Money> reachable(String jurisdiction, Taxed claimed) {
        return in(jurisdiction, claimed.on()).stream()
                .filter(row -> row.users().contains(User.SUPPLIER))
                .filter(row -> row.fits(claimed.base().getCurrencyUnit(), claimed.ratePercent()))
                .map(row -> row.tax(claimed.base(), claimed.lines(), claimed.ratePercent()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What tax is reckoned of.
     *
     * @param base BT-116
     * @param lines net amounts of the lines of the same category and rate
     * @param ratePercent BT-119
     * @param on the day whose policies hold
     */
    public record Taxed(Money base, List<Money> lines, BigDecimal ratePercent, LocalDate on) {}

    /** How a payer rounds: the first row of his area that he may use, else the first for everybody. */
    public RoundingPolicy ofPayer(String jurisdiction, CurrencyUnit currency, LocalDate on) {
        return in(jurisdiction, on).stream()
                .filter(row -> row.users().contains(User.PAYER) && row.parts().isEmpty())
                .filter(row -> row.currency() == null || row.currency().equals(currency))
                .findFirst()
                .or(() -> rows(Jurisdictions.ALL, on).stream()
                        .filter(row -> row.users().contains(User.PAYER))
                        .findFirst())
                .orElseThrow();
    }

    /** The rows of a territory: its own, else those of the country that it is a part of, else everybody's; before any began the general ones. */
    private List<RoundingPolicy> in(String territory, LocalDate on) {
        return Stream.of(territory, VatId.countryOf(territory), Jurisdictions.ALL)
                .map(code -> rows(code, on))
                .filter(rows -> !rows.isEmpty())
                .findFirst()
                .orElse(GENERAL.policies);
    }

    private List<RoundingPolicy> rows(String code, LocalDate on) {
        List<RoundingPolicy> held = byJurisdiction.getOrDefault(code, List.of()).stream()
                .filter(row -> row.validity().covers(on))
                .toList();
        return held.stream()
                .filter(row -> held.stream().noneMatch(row::isCorrectedBy))
                .toList();
    }

    private static RoundingPolicy general(String id, Level level) {
        return new RoundingPolicy(
                id,
                Jurisdictions.ALL,
                null,
                level,
                Grain.MINOR_UNIT,
                Rounding.HALF_UP,
                Rounding.HALF_UP,
                List.of(),
                Favour.NEITHER,
                EnumSet.allOf(User.class),
                "EN 16931 BR-CO-17",
                new Validity(LocalDate.of(1900, 1, 1), null),
                LocalDate.of(2026, 11, 26),
                "read there",
                Confidence.HIGH);
    }
}
