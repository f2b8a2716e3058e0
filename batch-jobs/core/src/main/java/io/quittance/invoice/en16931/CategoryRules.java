package io.quittance.invoice.en16931;

import io.quittance.invoice.en16931.VatTerms.Group;
import io.quittance.invoice.en16931.VatTerms.Kind;
import io.quittance.invoice.en16931.VatTerms.Use;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules 01 to 10 that every VAT category has, by its {@link VatRuleSet}. */
final class CategoryRules {

    /** Rule 01: what is taxed under a category has a breakdown, and a breakdown is of something. */
    private static final int BREAKDOWN = 1;
    /** Rules 02 to 04: identifiers, where a line, an allowance or a charge is taxed so. */
    private static final int IDENTIFIERS = 2;
    /** Rules 05 to 07: the rate of a line, an allowance, a charge. */
    private static final int RATE = 5;
    /** Rule 08: the taxable amount. */
    private static final int BASE = 8;
    /** Rule 09: the tax. */
    private static final int TAX = 9;
    /** Rule 10: the reason why there is none. */
    private static final int REASON = 10;

    private CategoryRules() {}

    /** BR-S-01 and its like. */
    static Stream<Breach> breakdown(VatTerms terms, VatRuleSet category) {
        long uses = terms.uses(category).count();
        List<Group> groups = terms.groups(category).toList();
        String expected = category.taxed() ? "at least one breakdown" : "exactly one breakdown";
        if (uses == 0 && groups.isEmpty()) {
            return Stream.empty();
        }
        if (groups.isEmpty() || (!category.taxed() && groups.size() > 1)) {
            // Outside the scope of VAT, the artefact of CII asks only documents that have such a breakdown.
            boolean notAsked = terms.artefact() == Artefact.CII && category == VatRuleSet.O && groups.isEmpty();
            return notAsked
                    ? Stream.empty()
                    : one(category, expected, groups.size() + " breakdowns of category " + category.code());
        }
        boolean ofNothing = uses == 0 && asksForUses(terms.artefact(), category);
        return ofNothing
                ? one(
                        category,
                        "a line, an allowance or a charge",
                        "nothing is taxed under category " + category.code())
                : Stream.empty();
    }

    /** Without tax, the artefact of UBL takes the breakdown itself for something that is taxed so. */
    private static boolean asksForUses(Artefact artefact, VatRuleSet category) {
        return artefact.asksWhatABreakdownIsOf(category) && (category.taxed() || artefact == Artefact.CII);
    }

    private static Stream<Breach> one(VatRuleSet category, String expected, String message) {
        return Stream.of(new Breach(category.rule(BREAKDOWN), 0, "BT-118", null, expected, message));
    }

    /** BR-S-02 to BR-S-04 and their like. */
    static Stream<Breach> identifiers(VatTerms terms, VatRuleSet category) {
        if (category.ids().are(terms.parties())) {
            return Stream.empty();
        }
        return Stream.of(Kind.values())
                .flatMap(kind -> terms.uses(category)
                        .filter(use -> use.kind() == kind)
                        .limit(1)
                        .map(use -> new Breach(
                                category.rule(IDENTIFIERS + kind.ordinal()),
                                use.line(),
                                kind.category(),
                                category.code(),
                                null,
                                "a " + kind.word() + " of category " + category.code() + " needs "
                                        + category.ids().expected())));
    }

    /** BR-S-05 to BR-S-07 and their like. */
    static Stream<Breach> rate(VatTerms terms, VatRuleSet category) {
        return terms.uses(category)
                .filter(use -> !isRate(category, use.rate()))
                .map(use -> new Breach(
                        category.rule(RATE + use.kind().ordinal()),
                        use.line(),
                        use.kind().rate(),
                        Figures.textIfAny(use.rate()),
                        expectedRate(category),
                        "a " + use.kind().word() + " of category " + category.code() + " has "
                                + (use.rate() == null ? "no rate" : "the rate " + Figures.text(use.rate()) + " %")));
    }

    private static boolean isRate(VatRuleSet category, @Nullable BigDecimal rate) {
        return switch (category) {
            case O -> rate == null;
            case S -> rate != null && rate.signum() > 0;
            case L, M -> rate != null && rate.signum() >= 0;
            case Z, E, AE, K, G -> Figures.isZero(rate);
        };
    }

    private static String expectedRate(VatRuleSet category) {
        return switch (category) {
            case O -> "no rate";
            case S -> "more than 0";
            case L, M -> "0 or more";
            case Z, E, AE, K, G -> "0";
        };
    }

    /** BR-S-08 and its like: BT-116 is what lines and charges come to, less allowances; under S, L and M those of its rate. */
    static Stream<Breach> base(VatTerms terms, VatRuleSet category) {
        return terms.groups(category).flatMap(group -> base(terms, category, group));
    }

    private static Stream<Breach> base(VatTerms terms, VatRuleSet category, Group group) {
        BigDecimal base = group.base();
        BigDecimal rate = group.rate();
        if (base == null || (category.taxed() && rate == null)) {
            return Stream.empty();
        }
        List<Use> own = terms.uses(category)
                .filter(use -> !category.taxed() || sameRate(use.rate(), rate))
                .toList();
        BigDecimal sum = own.stream().map(Use::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean kept = terms.artefact().toleratesBase(category)
                ? Figures.withinAUnit(base, sum)
                : Figures.same(base, terms.artefact() == Artefact.CII ? Figures.cents(sum) : sum);
        boolean ofNothing = own.isEmpty() && category == VatRuleSet.S && terms.artefact() == Artefact.UBL;
        return kept && !ofNothing ? Stream.empty() : Stream.of(baseDiffers(category, group, base, sum));
    }

    private static boolean sameRate(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && Figures.same(one, other);
    }

    private static Breach baseDiffers(VatRuleSet category, Group group, BigDecimal base, BigDecimal sum) {
        return new Breach(
                category.rule(BASE),
                group.line(),
                "BT-116",
                Figures.text(base),
                Figures.text(sum),
                "the taxable amount of category " + named(category, group) + " is " + Figures.text(base)
                        + ", but what is taxed so comes to " + Figures.text(sum));
    }

    /** BR-S-09 and its like: base x rate under S, L and M, nothing elsewhere. */
    static Stream<Breach> tax(VatTerms terms, VatRuleSet category) {
        return terms.groups(category)
                .filter(group -> !isTax(category, group))
                .map(group -> taxDiffers(category, group));
    }

    private static boolean isTax(VatRuleSet category, Group group) {
        BigDecimal tax = group.tax();
        BigDecimal base = group.base();
        if (tax == null || base == null) {
            return true;
        }
        if (!category.taxed()) {
            return tax.signum() == 0;
        }
        return group.rate() != null && Figures.withinAUnit(tax.abs(), Figures.tax(base, group.rate()));
    }

    private static Breach taxDiffers(VatRuleSet category, Group group) {
        BigDecimal tax = group.tax() == null ? BigDecimal.ZERO : group.tax();
        BigDecimal base = group.base() == null ? BigDecimal.ZERO : group.base();
        BigDecimal rate = group.rate() == null ? BigDecimal.ZERO : group.rate();
        String expected = category.taxed() ? Figures.text(Figures.tax(base, rate)) : "0";
        return new Breach(
                category.rule(TAX),
                group.line(),
                "BT-117",
                Figures.text(tax),
                expected,
                "the tax of category " + named(category, group) + " on " + Figures.text(base) + " is "
                        + Figures.text(tax) + ", but should be " + expected
                        + (category.taxed() ? " or less than 1 off" : ""));
    }

    /** BR-S-10 and its like. */
    static Stream<Breach> reason(VatTerms terms, VatRuleSet category) {
        return terms.groups(category)
                .filter(group -> group.reasoned() != category.reasoned())
                .map(group -> new Breach(
                        category.rule(REASON),
                        group.line(),
                        "BT-120",
                        null,
                        category.reasoned() ? "BT-120 or BT-121" : "neither BT-120 nor BT-121",
                        category.reasoned()
                                ? "category " + category.code() + " needs a reason why no tax is charged"
                                : "category " + category.code() + " states a reason for charging no tax"));
    }

    private static String named(VatRuleSet category, Group group) {
        return group.rate() == null ? category.code() : category.code() + " " + Figures.text(group.rate()) + " %";
    }
}
