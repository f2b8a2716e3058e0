package io.quittance.reconciliation;

import java.util.List;
import java.util.Optional;

/** The payments that were released, from whatever account: the matcher compares that with the statement's. */
public interface SentPayments {

    Optional<SentPayment> byEndToEndId(String endToEndId);

    /** @param uetr lower case */
    Optional<SentPayment> byUetr(String uetr);

    /** Every payment of a batch, in order; empty when the batch is not ours. */
    List<SentPayment> ofBatch(String paymentInformationId);
}
