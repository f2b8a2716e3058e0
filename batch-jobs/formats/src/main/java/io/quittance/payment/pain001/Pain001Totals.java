package io.quittance.payment.pain001;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a payment file says and what it holds.
 *
 * @param messageId {@code MsgId}
 * @param declaredCount {@code GrpHdr/NbOfTxs}
 * @param declaredSum {@code GrpHdr/CtrlSum}
 * @param count payments found
 * @param batchesAgree whether every {@code PmtInf} has as many payments, of as much, as it declares
 * @param sums what they add up to, by currency in order of the codes
 */
public record Pain001Totals(
        String messageId,
        int declaredCount,
        BigDecimal declaredSum,
        int count,
        boolean batchesAgree,
        SortedMap<CurrencyUnit, Money> sums) {

    /** Whether counts and control sums of header and batches are those of the payments. */
    public boolean agree() {
        BigDecimal found = sums.values().stream().map(Money::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return batchesAgree && count == declaredCount && found.compareTo(declaredSum) == 0;
    }
}
