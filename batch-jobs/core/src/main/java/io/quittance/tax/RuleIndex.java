package io.quittance.tax;

import io.quittance.tax.Series.Stretch;
import io.quittance.tax.TreatmentRule.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * Finds the rule for a case without looking at the others: by the payer, then by the number of the case, then by the day. What
 * concerns a case is gathered when it is first asked about; whoever asks never sees a difference.
 */
final class RuleIndex {

    private record Payer(String area, String group) {}

    /** The rules that concern a payer, and of each case that was asked about those that concern it. */
    private record Payers(List<Stretch<TreatmentRule>> rules, AtomicReferenceArray<Timeline<TreatmentRule>> cases) {

        /** Two who ask at once gather the same twice. */
        Timeline<TreatmentRule> of(Question question) {
            int position = CasePositions.of(question);
            Timeline<TreatmentRule> known = cases.get(position);
            if (known != null) {
                return known;
            }
            Timeline<TreatmentRule> gathered = Timeline.of(
                    rules.stream()
                            .filter(rule -> rule.row().match().covers(question))
                            .toList(),
                    RuleIndex::untilOneAlwaysSpeaks);
            cases.set(position, gathered);
            return gathered;
        }
    }

    private final Map<String, TreeMap<Integer, Stretch<TreatmentRule>>> rules = new HashMap<>();
    private final Map<Payer, Payers> payers = new ConcurrentHashMap<>();

    /** An index of these, in the order in which they are asked. */
    RuleIndex(List<Stretch<TreatmentRule>> inOrder) {
        for (int rank = 0; rank < inOrder.size(); rank++) {
            Stretch<TreatmentRule> rule = inOrder.get(rank);
            for (String payer : rule.row().match().payers()) {
                rules.computeIfAbsent(payer, name -> new TreeMap<>()).put(rank, rule);
            }
        }
    }

    /** The rule that decides a case. */
    Optional<TreatmentRule> find(Question question) {
        var payer = new Payer(question.payerArea(), question.payerGroup());
        Payers its = payers.get(payer);
        if (its == null) {
            its = payers.computeIfAbsent(payer, this::rulesOf);
        }
        for (TreatmentRule rule : its.of(question).on(question.on())) {
            if (rule.trigger().isMet(question)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** The first day on which a row is for a case, whatever the day of the question is; empty when none ever is. */
    Optional<LocalDate> begins(Question question) {
        return payers
                .computeIfAbsent(new Payer(question.payerArea(), question.payerGroup()), this::rulesOf)
                .rules()
                .stream()
                .filter(rule -> rule.row().match().covers(question))
                .map(rule -> rule.days().from())
                .min(Comparator.naturalOrder());
    }

    private Payers rulesOf(Payer payer) {
        var its = new TreeMap<Integer, Stretch<TreatmentRule>>();
        Stream.of(payer.area(), payer.group(), TreatmentRule.EVERY_PAYER)
                .map(rules::get)
                .filter(named -> named != null)
                .forEach(its::putAll);
        return new Payers(new ArrayList<>(its.values()), new AtomicReferenceArray<>(CasePositions.COUNT));
    }

    /** What comes after a rule without a condition is never asked. */
    private static List<TreatmentRule> untilOneAlwaysSpeaks(List<TreatmentRule> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).trigger() instanceof Trigger.Always) {
                return ranked.subList(0, i + 1);
            }
        }
        return ranked;
    }
}
