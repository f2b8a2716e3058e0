package io.quittance.payment.pain001;

import org.joda.money.Money;

/**
 * One payment as a file orders it.
 *
 * @param paymentInformationId the batch it is in
 * @param instructionId {@code InstrId}: our payment's id
 * @param account number of the payee's account; never shown by {@link #toString()}
 */
public record FileOrder(
        String paymentInformationId, String instructionId, String endToEndId, Money amount, String account) {

    @Override
    public String toString() {
        return instructionId + " " + endToEndId + " " + amount;
    }
}
