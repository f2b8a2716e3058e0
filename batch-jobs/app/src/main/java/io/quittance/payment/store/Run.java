package io.quittance.payment.store;

import io.quittance.payment.RunState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment run as stored.
 *
 * @param approvalsNeeded how many other people must sign it before release, fixed when it was begun
 * @param state null while the propose job has not finished with it
 * @param digest what approvers sign; null as long
 */
public record Run(
        String id,
        String workSet,
        String entity,
        String functionalCurrency,
        LocalDate payDate,
        int sequence,
        LocalDate horizon,
        LocalDate businessDate,
        String proposedBy,
        int approvalsNeeded,
        @Nullable RunState state,
        @Nullable String digest,
        @Nullable String releasedBy) {

    /** Whether the propose job has not finished with it. */
    public boolean isBeingProposed() {
        return state == null;
    }
}
