package io.quittance.reconciliation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says became of a payment file (pain.002).
 *
 * @param messageId the report's own id
 * @param created when the bank wrote it ({@code CreDtTm}), in UTC where it names no zone; null when it does not say
 * @param originalMessageId the file it speaks of ({@code OrgnlMsgId}), null when it does not say
 * @param originals what it says was ordered, as far as it says that
 * @param statements from the whole file down to single transactions, in document order
 */
public record StatusReport(
        String messageId,
        @Nullable Instant created,
        @Nullable String originalMessageId,
        List<Original> originals,
        List<Status> statements) {

    /**
     * What the bank says it received of us: it must be what we sent.
     *
     * @param paymentInformationId the batch, null for the whole file
     * @param count {@code OrgnlNbOfTxs} as written, null when not given
     * @param sum {@code OrgnlCtrlSum} as written, null when not given; amounts of all currencies added up
     */
    public record Original(
            @Nullable String paymentInformationId,
            @Nullable String count,
            @Nullable String sum) {}

    /**
     * One status at one level. The lowest level that speaks about a payment decides.
     *
     * @param level what it speaks of
     * @param paymentInformationId {@code OrgnlPmtInfId}, null at file level
     * @param instructionId {@code OrgnlInstrId}, transactions only
     * @param endToEndId {@code OrgnlEndToEndId}, transactions only
     * @param uetr {@code OrgnlUETR}, transactions only
     * @param code status code as written: ACCP, ACSC, RJCT, PART ...
     * @param reasons every {@code StsRsnInf}: code, or free text, or both
     */
    public record Status(
            Level level,
            @Nullable String paymentInformationId,
            @Nullable String instructionId,
            @Nullable String endToEndId,
            @Nullable String uetr,
            String code,
            List<Reason> reasons) {}

    /** What a status speaks of. */
    public enum Level {
        FILE,
        BATCH,
        TRANSACTION
    }

    /**
     * Why.
     *
     * @param code {@code Rsn/Cd} or {@code Rsn/Prtry}, null when only text is given
     * @param text {@code AddtlInf} joined by blanks, null when none
     */
    public record Reason(@Nullable String code, @Nullable String text) {}
}
