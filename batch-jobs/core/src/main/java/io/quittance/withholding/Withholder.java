package io.quittance.withholding;

import io.quittance.finding.FindingCode;
import io.quittance.tax.Confidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Withholding at payment, always in the same order: the rule of each head on the day of its trigger, threshold with what was paid
 * before, certificate valid on the day of payment, base, gross-up, rounding in the tax currency. Pure: the same rows and the same
 * earlier payments give the same parts. What no row speaks of is not paid where the payer's country is known to withhold.
 */
public final class Withholder {

    private final WithholdingTables tables;
    private final EarlierPayments earlier;

    /** @param earlier payments that thresholds add up */
    public Withholder(WithholdingTables tables, EarlierPayments earlier) {
        this.tables = tables;
        this.earlier = earlier;
    }

    /** What to withhold from one document. */
    public Withheld decide(Fee fee, Payee payee, TaxCurrency currency) {
        if (!tables.knows(fee.payerCountry(), fee.knownOn())) {
            return new Withheld.Decided(
                    List.of(), "no row of withholding-rules.csv speaks of payers in " + fee.payerCountry());
        }
        try {
            return decided(new Question(fee, payee, currency));
        } catch (OpenQuestion open) {
            return new Withheld.Open(open.code(), open.reason());
        }
    }

    private record Question(Fee fee, Payee payee, TaxCurrency currency) {}

    private Withheld decided(Question asked) {
        Map<String, WithholdingRule> chosen = new LinkedHashMap<>();
        tables.heads(asked.fee().payerCountry(), asked.fee().knownOn())
                .forEach((head, rules) ->
                        choose(asked.fee(), asked.payee(), rules).forEach(rule -> chosen.put(head, rule)));
        if (chosen.values().stream().noneMatch(rule -> rule.family() == TaxFamily.INCOME_TAX)) {
            throw new OpenQuestion(FindingCode.WITHHOLDING_UNKNOWN, situation(asked.fee(), asked.payee()));
        }
        List<WithholdingRule> tracing =
                chosen.values().stream().filter(WithholdingRule::leavesTrace).toList();
        var reckoning = new Reckoning(
                asked.fee(),
                asked.currency(),
                new EarlierOfPayee(earlier, asked.payee().id()));
        return new Withheld.Decided(parts(asked, tracing, reckoning), review(chosen.values()));
    }

    private static String review(Collection<WithholdingRule> chosen) {
        return chosen.stream()
                .filter(rule -> rule.confidence() != Confidence.HIGH)
                .map(rule -> rule.id() + " is of " + rule.confidence().name().toLowerCase(Locale.ROOT) + " confidence")
                .collect(Collectors.joining(", "));
    }

    private List<Part> parts(Question asked, List<WithholdingRule> rules, Reckoning reckoning) {
        var rates = new ArrayList<AppliedRate>();
        for (WithholdingRule rule : rules) {
            rates.add(Relief.of(tables, asked.fee(), asked.payee()).applied(rule));
        }
        if (!asked.fee().payerBears()) {
            return rates.stream().map(reckoning::part).toList();
        }
        BigDecimal together = rates.stream().map(AppliedRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GrossUp(reckoning, together).parts(rates);
    }

    /** The first row that speaks; nothing where none does. */
    private List<WithholdingRule> choose(Fee fee, Payee payee, List<WithholdingRule> rules) {
        for (WithholdingRule rule : rules) {
            boolean speaks = rule.match().speaksOf(fee, payee)
                    && rule.validity().covers(rule.trigger().of(fee))
                    && hasCertificate(rule, fee, payee);
            if (speaks && rule.match().needsPlace(fee)) {
                throw new OpenQuestion(
                        FindingCode.PLACE_OF_WORK_UNKNOWN,
                        rule.id() + " depends on where the work was done, and nobody said: " + situation(fee, payee));
            }
            if (speaks && rule.match().isPlace(fee)) {
                return List.of(rule);
            }
        }
        return List.of();
    }

    private static boolean hasCertificate(WithholdingRule rule, Fee fee, Payee payee) {
        String needed = rule.match().certificate();
        return needed == null || Relief.proof(needed, fee, payee).isPresent();
    }

    private static String situation(Fee fee, Payee payee) {
        return "%s in %s paid from %s for %s income on %s, %s"
                .formatted(
                        payee.kind(),
                        payee.residence(),
                        fee.payerCountry(),
                        fee.income(),
                        fee.paidOn(),
                        payee.tinGiven() ? "tax number known" : "no tax number");
    }
}
