package io.quittance.tax;

import io.quittance.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;

/**
 * How much of the tax of a document may be deducted.
 *
 * @param row the row of {@code config/tax/recovery-rules.csv} that says so
 * @param percent of the tax, in per cent
 * @param includedPercent the rate that a price without stated tax is taken to contain, in per cent; 0 for none
 * @param waits whether it may be deducted only once the document is paid
 * @param basis the article of law
 */
public record Recovery(String row, BigDecimal percent, BigDecimal includedPercent, boolean waits, String basis) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The part of a tax that may be deducted, half up to its minor unit; the rest is a cost. */
    public Money of(Money tax) {
        return Rounding.HALF_UP.percent(tax, percent);
    }

    /** The part of an amount for which nothing may be deducted, half up to its minor unit. */
    Money restOf(Money amount) {
        return Rounding.HALF_UP.percent(amount, HUNDRED.subtract(percent));
    }

    /** The tax that a price contains: 10/110 of it at 10 %, rounded down. */
    public Money includedIn(Money price) {
        BigDecimal tax = Rounding.DOWN.quotient(
                price.getAmount().multiply(includedPercent),
                HUNDRED.add(includedPercent),
                price.getCurrencyUnit().getDecimalPlaces());
        return Money.of(price.getCurrencyUnit(), tax);
    }

    /** Step 11 of the determination. */
    TaxStep step(String entity) {
        String included = includedPercent.signum() == 0 ? "" : " of the tax in a price at " + includedPercent + " %";
        return new TaxStep(
                Step.RECOVERY,
                null,
                () -> percent.toPlainString() + " %" + included + (waits ? ", once it is paid" : ""),
                List.of(row),
                () -> "for %s, %s".formatted(entity, basis));
    }
}
