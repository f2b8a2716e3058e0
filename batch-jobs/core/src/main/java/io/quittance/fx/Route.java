package io.quittance.fx;

import io.quittance.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The way from one currency to another over published rates, or the reason why there is none. */
sealed interface Route {

    /** No way at all is needed. */
    Open NONE_NEEDED = new Open(BigDecimal.ONE, BigDecimal.ONE, List.of());

    /** There is none. */
    record Blocked(Finding reason) implements Route {}

    /**
     * A way. Kept as a fraction, so that nothing is rounded before the amount itself is.
     *
     * @param numerator product of the rates that multiply
     * @param denominator product of the rates that divide
     * @param path the rates, in order
     */
    record Open(BigDecimal numerator, BigDecimal denominator, List<Rate> path) implements Route {

        private static final MathContext RATE = new MathContext(34, RoundingMode.HALF_UP);

        /** From the rate's base to its quote. */
        static Open along(Rate rate) {
            return new Open(rate.value(), BigDecimal.ONE, List.of(rate));
        }

        /** From the rate's quote to its base. */
        static Open against(Rate rate) {
            return new Open(BigDecimal.ONE, rate.value(), List.of(rate));
        }

        Open then(Open next) {
            return new Open(
                    numerator.multiply(next.numerator),
                    denominator.multiply(next.denominator),
                    Stream.concat(path.stream(), next.path.stream()).toList());
        }

        /** Units of the target per unit of the source, to 34 significant digits. */
        BigDecimal rate() {
            return numerator.divide(denominator, RATE);
        }

        /** The amount at the end of the way, rounded once, half up, to the target's minor unit. */
        Money carry(Money amount, CurrencyUnit into) {
            BigDecimal exact = amount.getAmount().multiply(numerator);
            return Money.of(into, exact.divide(denominator, into.getDecimalPlaces(), RoundingMode.HALF_UP));
        }
    }
}
