package io.quittance.invoice.ruleset.independent;

import io.quittance.invoice.ruleset.independent.CoreVatVerdictsTest.Verdicts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where ours keeps to the text of EN 16931-1 and the artefact 1.3.16 does not.
 *
 * @param syntax whose artefact it is
 * @param ours whether ours speaks where the artefact is silent; else the other way round
 * @param when which documents it shows in
 * @param example a document in which it does
 */
record VerdictDifference(
        String syntax, String rule, boolean ours, String reason, Predicate<VatDraft> when, VatDraft example) {

    private static final BigDecimal ONE = new BigDecimal("1.00");

    private static final String NO_RATE_THERE =
            "the artefact looks for the rate above the breakdown, where it never stands";
    private static final String ALWAYS_TRUE = "the artefact's rule is always true";
    private static final String HIDDEN =
            "a template for O, L and M stands before the one with this rule, and only one is applied";
    private static final String ZERO_REFUSED = "the artefact refuses a rate of 0, which the text allows";
    private static final String PERIOD_WITHOUT_DAYS = "the artefact takes a code of the tax point (BT-8) for a period";

    static final List<VerdictDifference> ALL = all();

    boolean isSeen(Verdicts verdicts) {
        return ours == verdicts.ours().contains(rule)
                && ours != verdicts.official().contains(rule);
    }

    private static List<VerdictDifference> all() {
        var all = new ArrayList<VerdictDifference>();
        for (String family : List.of("AF", "AG")) {
            String category = family.equals("AF") ? "L" : "M";
            all.add(cii(
                    "BR-" + family + "-08",
                    NO_RATE_THERE,
                    category,
                    draft -> draft.groups.replaceAll(
                            group -> group.base(group.base().add(ONE)))));
            all.add(cii("BR-" + family + "-09", ALWAYS_TRUE, category, draft -> {
                draft.groups.replaceAll(group -> group.tax(group.tax().add(ONE)));
                draft.totalled();
            }));
        }
        all.add(cii("BR-CO-17", HIDDEN, "O", draft -> {
            draft.groups.replaceAll(group -> group.tax(ONE));
            draft.totalled();
        }));
        all.add(cii("BR-48", HIDDEN, "L", draft -> draft.groups.replaceAll(group -> group.rate(null))));
        all.add(cii("BR-CO-03", HIDDEN, "O", draft -> {
            draft.taxPointDate = true;
            draft.taxPointCode = true;
        }));
        for (int kind = 0; kind < 3; kind++) {
            int changed = kind;
            VatDraft draft = VatDraft.of("L");
            draft.uses.set(changed, draft.uses.get(changed).rate(BigDecimal.ZERO));
            all.add(new VerdictDifference("CII", "BR-AF-0" + (5 + kind), false, ZERO_REFUSED, any -> true, draft));
        }
        VatDraft goods = VatDraft.of("K");
        goods.delivered = false;
        goods.taxPointCode = true;
        all.add(new VerdictDifference(
                "UBL", "BR-IC-11", true, PERIOD_WITHOUT_DAYS, draft -> draft.taxPointCode, goods));
        return all;
    }

    private static VerdictDifference cii(String rule, String reason, String category, Consumer<VatDraft> change) {
        VatDraft example = VatDraft.of(category);
        change.accept(example);
        Set<String> shows = Set.of("O", "L", "M");
        return new VerdictDifference(
                "CII",
                rule,
                true,
                reason,
                draft -> draft.groups.stream().anyMatch(group -> shows.contains(group.category())),
                example);
    }
}
