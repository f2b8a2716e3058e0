package io.quittance.reconciliation;

import java.util.List;
import java.util.Optional;

/** The payments that may stand on a statement of one account. */
public interface SentPayments {

    Optional<SentPayment> byEndToEndId(String endToEndId);

    /** Every payment of a batch, in order; empty when the batch is not ours. */
    List<SentPayment> ofBatch(String paymentInformationId);
}
