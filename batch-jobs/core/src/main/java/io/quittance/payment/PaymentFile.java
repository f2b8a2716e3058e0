package io.quittance.payment;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What one bank receives at once: a pain.001 message.
 *
 * @param messageId {@code MsgId}, unique for ever, at most 35 characters
 * @param createdAt {@code CreDtTm} in UTC: business date plus the run's sequence in seconds, never the wall clock
 * @param initiator name of the entity that orders the payments
 * @param batches at least one
 */
public record PaymentFile(
        String messageId, LocalDateTime createdAt, String initiator, Rail rail, List<PaymentBatch> batches) {

    public PaymentFile {
        batches = List.copyOf(batches);
    }
}
