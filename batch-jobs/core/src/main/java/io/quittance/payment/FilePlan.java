package io.quittance.payment;

import io.quittance.identity.Canonical;
import io.quittance.party.BankAccount;
import java.util.Arrays;

/**
 * Which file and which batch of it a payment goes into: one file per rail and debit account, one batch per currency.
 * Their ids derive from the run, so the same payment is ordered under the same ids after every restart.
 *
 * @param messageId {@code MsgId}
 * @param batchId {@code PmtInfId}
 */
public record FilePlan(String messageId, String batchId) {

    /** The place of a payment of this rail and currency from that account. */
    public static FilePlan of(String run, Rail rail, BankAccount debit, String currency) {
        return new FilePlan(
                "M" + id("quittance-file/1", run, rail.name(), debit.id()),
                "B" + id("quittance-batch/1", run, rail.name(), debit.id(), currency));
    }

    private static String id(String form, String... fields) {
        var canonical = Canonical.form(form);
        for (String field : fields) {
            canonical.text(field);
        }
        return PaymentReference.base32(Arrays.copyOf(canonical.toBytes(), 16));
    }
}
