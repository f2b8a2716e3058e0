package io.quittance.reconciliation.simulation;

import java.util.List;

/**
 * One {@code PmtInf} as the bank reads it.
 *
 * @param account IBAN of the debit account
 * @param batchBooking whether the statement shall show one sum
 * @param sepa whether {@code SvcLvl} is SEPA
 */
record OrderBatch(
        String messageId,
        String id,
        String account,
        boolean batchBooking,
        boolean sepa,
        String count,
        String controlSum,
        List<Order> orders) {}
