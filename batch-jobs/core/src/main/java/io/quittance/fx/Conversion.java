package io.quittance.fx;

import io.quittance.finding.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.Money;

/** What became of the wish to convert an amount. */
public sealed interface Conversion {

    /**
     * It was converted, and this is how.
     *
     * @param from the amount before
     * @param to the amount after, rounded once, half up, to the minor unit of its currency
     * @param rate units of the target per unit of the source, unrounded to at least 12 significant digits
     * @param on the day the rate was wanted for
     * @param path the published rates that were multiplied or divided, in order; empty for the identity
     */
    record Converted(Purpose purpose, Money from, Money to, BigDecimal rate, LocalDate on, List<Rate> path)
            implements Conversion {
        /** Age in days of the oldest rate used; 0 for the identity. */
        public long ageDays() {
            return path.stream()
                    .map(Rate::to)
                    .filter(last -> last.isBefore(on))
                    .mapToLong(last -> ChronoUnit.DAYS.between(last, on))
                    .max()
                    .orElse(0);
        }
    }

    /** It was not: the rate is missing or too old, or the currency is gone. Never 1.0 instead. */
    record Refused(Finding finding) implements Conversion {}
}
