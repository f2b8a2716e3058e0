package io.quittance.invoice.file;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * Quantity (BT-129) and unit price (BT-146) of a line in normal form, where the price is never negative (EN 16931 BR-27): what
 * is taken back is said by the quantity.
 */
public record PricedQuantity(BigDecimal quantity, BigDecimal unitPrice) {

    /** The same product with a price that is not negative: national syntaxes take back by either. */
    public static PricedQuantity of(BigDecimal quantity, BigDecimal unitPrice) {
        return unitPrice.signum() < 0
                ? new PricedQuantity(quantity.negate(), unitPrice.negate())
                : new PricedQuantity(quantity, unitPrice);
    }

    /** One piece that costs the amount, or minus one piece where it is negative. */
    public static PricedQuantity once(Money amount) {
        return of(BigDecimal.ONE, amount.getAmount());
    }
}
