package io.quittance.engagement;

import java.math.BigDecimal;
import org.joda.money.Money;

/** How messages write quantities and amounts. */
final class Figures {

    private Figures() {}

    static String figure(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String figure(Money amount) {
        return amount.getAmount().toPlainString();
    }
}
