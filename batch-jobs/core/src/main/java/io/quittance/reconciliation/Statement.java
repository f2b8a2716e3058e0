package io.quittance.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One account statement (camt.053). Amounts are signed: what came in is positive, what went out negative.
 *
 * @param id {@code Stmt/Id}
 * @param account IBAN or other number of our account, electronic form
 * @param sequence {@code ElctrncSeqNb}, null when not given
 * @param date the day of the closing balance
 */
public record Statement(
        String id,
        String account,
        CurrencyUnit currency,
        @Nullable Long sequence,
        LocalDate date,
        Money opening,
        Money closing,
        List<Entry> entries) {

    /**
     * One booked entry ({@code Ntry} with status BOOK).
     *
     * @param position in the statement, from 1
     * @param reference {@code NtryRef} or {@code AcctSvcrRef}, empty when neither is given
     * @param reversal {@code RvslInd}
     * @param batch the batch it books as one sum, null for single booking
     * @param family bank transaction code, domain-family-subfamily or proprietary, empty when none
     */
    public record Entry(
            int position,
            String reference,
            Money amount,
            LocalDate bookingDate,
            LocalDate valueDate,
            boolean reversal,
            String family,
            @Nullable Batch batch,
            List<Transaction> transactions,
            String text) {}

    /** A batch booked as one sum ({@code NtryDtls/Btch}). */
    public record Batch(
            @Nullable String messageId,
            @Nullable String paymentInformationId,
            @Nullable Integer count,
            @Nullable Money total) {}

    /**
     * One transaction of an entry ({@code TxDtls}).
     *
     * @param amount in the account's currency, signed like the entry
     * @param instructed what was ordered, in its own currency, positive; null when not given
     * @param charges what the bank took for it, positive, in the account's currency; null when none is stated
     * @param returnReason {@code RtrInf/Rsn/Cd}; null when nothing came back
     */
    public record Transaction(
            @Nullable String endToEndId,
            @Nullable String instructionId,
            @Nullable String uetr,
            @Nullable String paymentInformationId,
            Money amount,
            @Nullable Money instructed,
            @Nullable Money charges,
            @Nullable String returnReason,
            String remittance) {}
}
