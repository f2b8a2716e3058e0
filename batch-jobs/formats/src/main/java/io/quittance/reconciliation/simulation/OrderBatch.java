package io.quittance.reconciliation.simulation;

import java.util.List;

/**
 * One {@code PmtInf} as the bank reads it.
 *
 * @param account number of the debit account
 * @param iban whether that is an IBAN
 * @param batchBooking whether the statement shall show one sum
 * @param sepa whether {@code SvcLvl} is SEPA
 */
record OrderBatch(
        String messageId,
        String id,
        String account,
        boolean iban,
        boolean batchBooking,
        boolean sepa,
        String count,
        String controlSum,
        List<Order> orders) {}
