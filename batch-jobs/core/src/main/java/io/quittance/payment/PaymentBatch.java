package io.quittance.payment;

import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * Payments from one account on one day in one currency: a {@code PmtInf} block of pain.001.
 *
 * @param id {@code PmtInfId}, unique for ever
 * @param debtorName the entity's name
 * @param count {@code NbOfTxs}, known before the payments are read
 * @param sum {@code CtrlSum}
 * @param payments read once, in order; large batches stream from the database
 */
public record PaymentBatch(
        String id,
        String debtorName,
        Address debtorAddress,
        BankAccount debtorAccount,
        LocalDate executionDate,
        boolean batchBooking,
        int count,
        Money sum,
        Iterable<Payment> payments) {}
