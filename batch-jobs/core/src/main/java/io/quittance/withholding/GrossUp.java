package io.quittance.withholding;

import io.quittance.finding.FindingCode;
import io.quittance.money.Rounding;
import io.quittance.withholding.Reckoning.Based;
import io.quittance.withholding.Reckoning.Sums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * A fee that the contract calls net: gross = net / (1 - r), tax = gross - net, so that the payee's net is exact to the cent. The
 * rates of several heads are taken together; the last one takes what rounding left.
 */
final class GrossUp {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Reckoning reckoning;
    private final BigDecimal together;

    GrossUp(Reckoning reckoning, BigDecimal together) {
        this.reckoning = reckoning;
        this.together = together;
    }

    List<Part> parts(List<AppliedRate> rates) {
        var parts = new ArrayList<Part>();
        List<AppliedRate> taxing =
                rates.stream().filter(rate -> rate.percent().signum() != 0).toList();
        rates.stream()
                .filter(rate -> rate.percent().signum() == 0)
                .map(reckoning::part)
                .forEach(parts::add);
        if (taxing.isEmpty()) {
            return parts;
        }
        taxing.forEach(this::requireSimple);
        Based net = reckoning.net();
        Money gross = gross(net.base());
        Money rest = gross.minus(net.base());
        for (AppliedRate rate : taxing) {
            boolean last = rate == taxing.getLast();
            Money tax = last ? rest : rate.rule().levy().rounding().percent(gross, rate.percent());
            rest = rest.minus(tax);
            var steps = new ArrayList<>(rate.steps());
            steps.add("the payer bears it: %s net / (1 - %s %%) = %s gross, tax %s"
                    .formatted(net.base(), together.toPlainString(), gross, tax));
            parts.add(reckoning.part(rate, new Sums(new Based(gross, net.rate()), gross, tax, null, steps)));
        }
        return parts;
    }

    private Money gross(Money net) {
        var unit = net.getCurrencyUnit();
        return Money.of(
                unit,
                Rounding.HALF_UP.quotient(
                        net.getAmount().multiply(WHOLE), WHOLE.subtract(together), unit.getDecimalPlaces()));
    }

    private void requireSimple(AppliedRate rate) {
        boolean simple = rate.rule().threshold() == null
                && rate.rule().family() == TaxFamily.INCOME_TAX
                && reckoning.takesFeeItself(rate.rule());
        if (!simple || together.compareTo(WHOLE) >= 0) {
            throw new OpenQuestion(
                    FindingCode.WITHHOLDING_BASE_UNKNOWN,
                    rate.rule().id()
                            + " has a threshold or a base of its own, or takes the VAT in: a net fee cannot be grossed up by it");
        }
    }
}
