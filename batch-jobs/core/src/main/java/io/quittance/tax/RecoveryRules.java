package io.quittance.tax;

import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Validity;
import io.quittance.tax.RecoveryRule.Purchase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** The rows of {@code config/tax/recovery-rules.csv}, asked in their order. Immutable and pure. */
public final class RecoveryRules {

    /** Directive 2006/112 art. 168 and 173 alone: the payer's proportion, when the tax arises. */
    static final RecoveryRules GENERAL = of(List.of(new RecoveryRule(
            "general",
            new RecoveryRule.Match(
                    Jurisdictions.all(),
                    EnumSet.allOf(Treatment.class),
                    RecoveryRule.Supplier.ANY,
                    EnumSet.allOf(VatStanding.class),
                    EnumSet.allOf(ServiceKind.class)),
            RecoveryRule.Share.PRO_RATA,
            BigDecimal.valueOf(100),
            null,
            RecoveryRule.Steps.NONE,
            RecoveryRule.Moment.TAX_POINT,
            null,
            "Directive 2006/112 art. 168, 173-175",
            new Validity(LocalDate.of(1900, 1, 1), null),
            LocalDate.of(2026, 11, 26),
            "read there",
            Confidence.HIGH)));

    private final List<RecoveryRule> rules;

    private RecoveryRules(List<RecoveryRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** These rows, in the order in which they are asked. */
    public static RecoveryRules of(List<RecoveryRule> rules) {
        return new RecoveryRules(rules);
    }

    /** Every row, in the order of the table. */
    public List<RecoveryRule> all() {
        return rules;
    }

    /** What may be deducted of a purchase: nothing where no row speaks. */
    public Recovery of(Purchase purchase) {
        return rules.stream()
                .filter(rule -> speaks(rule, purchase))
                .findFirst()
                .flatMap(first -> rules.stream()
                        .filter(rule -> rule.match().equals(first.match()) && speaks(rule, purchase))
                        .max(Comparator.comparing(RecoveryRule::recordedAt)))
                .map(rule -> rule.recovery(purchase.proportion()))
                .orElseGet(() -> new Recovery("none", BigDecimal.ZERO, BigDecimal.ZERO, false, "no row speaks"));
    }

    private static boolean speaks(RecoveryRule rule, Purchase purchase) {
        return rule.validity().covers(purchase.on()) && rule.match().covers(purchase);
    }
}
