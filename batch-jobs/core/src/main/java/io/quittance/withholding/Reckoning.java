package io.quittance.withholding;

import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion;
import io.quittance.money.Rounding;
import io.quittance.withholding.EarlierOfPayee.Sum;
import io.quittance.withholding.Threshold.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Base, threshold and tax of one document, in the tax currency. */
final class Reckoning {

    private final Fee fee;
    private final TaxCurrency currency;
    private final EarlierOfPayee earlier;

    Reckoning(Fee fee, TaxCurrency currency, EarlierOfPayee earlier) {
        this.fee = fee;
        this.currency = currency;
        this.earlier = earlier;
    }

    /** What one rule withholds from the document. */
    Part part(AppliedRate applied) {
        Money stated = stated(applied.rule());
        Based based = based(stated);
        Sum before = earlier.sum(applied.rule(), fee, based.base());
        Money taxed = taxed(applied.rule(), based.base(), before);
        Money tax = applied.rule().levy().rounding().percent(taxed, applied.percent());
        var steps = new ArrayList<>(applied.steps());
        steps.add("base %s of the document: %s, in tax currency %s"
                .formatted(applied.rule().levy().base(), stated, based.base()));
        threshold(applied.rule(), based.base(), taxed, before).ifPresent(steps::add);
        String below =
                taxed.isZero() && applied.percent().signum() > 0 ? below(applied.rule(), based.base(), before) : null;
        steps.add(
                below == null
                        ? "tax %s x %s %% = %s"
                                .formatted(taxed, applied.percent().toPlainString(), tax)
                        : below);
        return part(applied, new Sums(based, taxed, tax, below, steps));
    }

    /** An amount in tax currency, and what one unit of the document's is worth in it. */
    record Based(Money base, BigDecimal rate) {}

    /** What a part is made of. @param below why nothing is kept back; null where no limit decided */
    record Sums(
            Based based, Money taxed, Money tax, @Nullable String below, List<String> steps) {}

    Part part(AppliedRate applied, Sums sums) {
        WithholdingRule rule = applied.rule();
        return new Part(
                rule.id(),
                rule.recordedAt(),
                rule.family(),
                rule.head(),
                rule.name(),
                fee.income(),
                rule.trigger().of(fee),
                applied.percent(),
                sums.based().base(),
                sums.taxed(),
                sums.tax(),
                inDocumentCurrency(sums.tax(), sums.based().rate()),
                sums.based().rate(),
                fee.payerBears(),
                rule.finalTax(),
                applied.certificate(),
                rule.returnCode(),
                sums.below(),
                sums.steps());
    }

    private Money stated(WithholdingRule rule) {
        return switch (rule.levy().base()) {
            case NET -> fee.net();
            case GROSS -> fee.gross();
            case VAT -> fee.vat();
            case TAXABLE -> fee.vat().isZero() ? fee.vat() : fee.net();
            case LABOUR -> {
                Money materials = fee.materials();
                if (materials == null) {
                    throw new OpenQuestion(
                            FindingCode.WITHHOLDING_BASE_UNKNOWN,
                            rule.id() + " leaves the cost of materials out of the base, and the document does not tell"
                                    + " it");
                }
                yield fee.net().minus(materials);
            }
        };
    }

    /** Whether a rule takes its rate from the fee and nothing else: with VAT on it a base with VAT is more than that. */
    boolean takesFeeItself(WithholdingRule rule) {
        return switch (rule.levy().base()) {
            case NET -> true;
            case GROSS -> fee.vat().isZero();
            case LABOUR, TAXABLE, VAT -> false;
        };
    }

    /** The net fee in tax currency. */
    Based net() {
        return based(fee.net());
    }

    Based based(Money amount) {
        return switch (currency.convert(amount)) {
            case Conversion.Converted converted -> new Based(converted.to(), converted.rate());
            case Conversion.Refused refused ->
                throw new OpenQuestion(
                        FindingCode.WITHHOLDING_BASE_UNKNOWN,
                        "the tax is owed in " + currency.unit() + ": "
                                + refused.finding().message());
        };
    }

    private Money inDocumentCurrency(Money tax, BigDecimal rate) {
        var unit = fee.net().getCurrencyUnit();
        return tax.getCurrencyUnit().equals(unit)
                ? tax
                : Money.of(unit, Rounding.HALF_UP.quotient(tax.getAmount(), rate, unit.getDecimalPlaces()));
    }

    /** A document that stands by itself is taken back as it was taxed: the sign plays no role for its limit. */
    private Money taxed(WithholdingRule rule, Money base, Sum before) {
        Threshold threshold = rule.threshold();
        if (threshold == null) {
            return base;
        }
        return threshold.period() == Threshold.Period.DOCUMENT && base.isNegative()
                ? taxed(threshold, base.negated(), before).negated()
                : taxed(threshold, base, before);
    }

    private Money taxed(Threshold threshold, Money base, Sum before) {
        Money limit = based(threshold.amount()).base();
        Money single =
                threshold.single() == null ? null : based(threshold.single()).base();
        Money all = before.base().plus(base);
        if (threshold.effect() == Effect.EXCESS) {
            Money above = all.minus(limit);
            return (above.isPositive() ? above : Money.zero(above.getCurrencyUnit())).minus(before.taxed());
        }
        if (threshold.effect() == Effect.UP_TO) {
            return (all.isGreaterThan(limit) ? limit : all).minus(before.taxed());
        }
        if (passes(threshold, all, limit)) {
            return all.minus(before.taxed());
        }
        // Once passed it stays so, and what follows is taxed by itself; a credit note takes back its own share.
        boolean stays = hasPassed(threshold, before, limit) || before.taxed().isPositive() && base.isNegative();
        if (single != null && base.isGreaterThan(single)) {
            Money left = base.plus(notTakenBack(before));
            return left.isNegative() ? Money.zero(base.getCurrencyUnit()) : left;
        }
        return stays ? notMoreThan(before.taxed(), base) : Money.zero(base.getCurrencyUnit());
    }

    /** A credit note takes back what was taxed, and never more. */
    private static Money notMoreThan(Money taxed, Money base) {
        return base.isNegative() && base.abs().isGreaterThan(taxed) ? taxed.negated() : base;
    }

    /** Without a limit of one sum, tax of an earlier document is the proof; where there is one, sums have to tell. */
    private static boolean hasPassed(Threshold threshold, Sum before, Money limit) {
        return threshold.single() == null ? before.hasTaxed() : passes(threshold, before.peak(), limit);
    }

    private static boolean passes(Threshold threshold, Money sum, Money limit) {
        return threshold.effect() == Effect.WHOLE ? sum.isGreaterThan(limit) : !sum.isLessThan(limit);
    }

    /** Credit notes that took nothing back, since nothing had been taxed when they came: zero or negative. */
    private static Money notTakenBack(Sum before) {
        Money open = before.base().minus(before.taxed());
        return open.isNegative() ? open : Money.zero(open.getCurrencyUnit());
    }

    /** Why a rule with a limit keeps nothing back; null for a rule without one, and for a document of nothing. */
    private @Nullable String below(WithholdingRule rule, Money base, Sum before) {
        Threshold threshold = rule.threshold();
        return threshold == null || threshold.effect() == Effect.UP_TO || base.isZero()
                ? null
                : threshold.notPassed(
                        rule.head(),
                        rule.trigger().of(fee),
                        before.base().plus(base),
                        based(threshold.amount()).base());
    }

    private static Optional<String> threshold(WithholdingRule rule, Money base, Money taxed, Sum before) {
        return Optional.ofNullable(rule.threshold())
                .map(limit -> "threshold %s a %s (%s): %s before, %s now, %s of it taxed now"
                        .formatted(limit.amount(), limit.period(), limit.effect(), before.base(), base, taxed));
    }
}
