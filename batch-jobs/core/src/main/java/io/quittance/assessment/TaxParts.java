package io.quittance.assessment;

import io.quittance.tax.VatEntry.Part;
import io.quittance.tax.VatRate.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * Several taxes that are charged as one rate (GST and QST, CGST and SGST), told apart. The entry's amounts stand: each tax but
 * the last has its share of them by its percentage, half up to the minor unit, and the last one the rest, so that nothing is
 * made or lost.
 */
final class TaxParts {

    private TaxParts() {}

    /** The amounts of an entry that are told apart. */
    record Shares(Money output, Money input, Money waiting, Money nonRecoverable) {

        Money tax() {
            return input.plus(waiting).plus(nonRecoverable);
        }

        Shares minus(Part part) {
            return new Shares(
                    output.minus(part.outputTax()),
                    input.minus(part.inputTax()),
                    waiting.minus(part.waiting()),
                    nonRecoverable.minus(part.nonRecoverable()));
        }

        Part all(Component of) {
            return new Part(of.tax(), of.percent(), output, input, waiting, nonRecoverable);
        }
    }

    /** One part for each tax, in the order of the rate's row; none where the row names none. */
    static List<Part> of(List<Component> taxes, Shares whole) {
        BigDecimal percent = taxes.stream().map(Component::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = new ArrayList<Part>();
        Shares rest = whole;
        for (Component tax : taxes) {
            Part part = parts.size() == taxes.size() - 1 ? rest.all(tax) : part(tax, percent, whole);
            parts.add(part);
            rest = rest.minus(part);
        }
        return parts;
    }

    /** What is lost is what its tax leaves, so that a part adds up by itself. */
    private static Part part(Component of, BigDecimal percent, Shares whole) {
        Money input = share(whole.input, of.percent(), percent);
        Money waiting = share(whole.waiting, of.percent(), percent);
        Money lost = share(whole.tax(), of.percent(), percent).minus(input).minus(waiting);
        return new Part(of.tax(), of.percent(), share(whole.output, of.percent(), percent), input, waiting, lost);
    }

    private static Money share(Money amount, BigDecimal part, BigDecimal whole) {
        BigDecimal exact = amount.getAmount().multiply(part);
        return Money.of(
                amount.getCurrencyUnit(),
                exact.divide(whole, amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }
}
