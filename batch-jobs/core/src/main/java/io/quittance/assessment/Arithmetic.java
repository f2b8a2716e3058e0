package io.quittance.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;

/** How messages write sums, so that a reader can check them: {@code 100.00 + 50.00 = 150.00, stated 149.00}. */
final class Arithmetic {

    private static final int SHOWN = 6;

    private Arithmetic() {}

    /** The figure without its currency, which is the same all over a document. */
    static String figure(Money amount) {
        return amount.getAmount().toPlainString();
    }

    static String figure(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** {@code 100.00 + 50.00 - 1.00}; of long sums the first terms and their number. */
    static String sum(List<Money> terms) {
        if (terms.isEmpty()) {
            return "no lines";
        }
        var written = new StringBuilder(figure(terms.getFirst()));
        terms.stream()
                .skip(1)
                .limit(SHOWN - 1L)
                .forEach(term ->
                        written.append(term.isNegative() ? " - " : " + ").append(figure(term.abs())));
        return terms.size() <= SHOWN ? written.toString() : written + " + … (" + terms.size() + " amounts)";
    }

    static String stated(String computation, Money result, Money stated) {
        return computation + " = " + figure(result) + ", stated " + figure(stated);
    }
}
