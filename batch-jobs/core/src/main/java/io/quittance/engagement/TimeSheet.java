package io.quittance.engagement;

import io.quittance.finding.Place;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a time sheet, or one milestone, in one revision.
 *
 * @param place of its row
 * @param work what it is about; its revision is that of the row
 * @param currency of a milestone's amount, null of time
 * @param approvedBy who approved or withdrew it; null while it is only submitted
 * @param approvedOn when; null while it is only submitted
 */
public record TimeSheet(
        Place place,
        String contract,
        Work work,
        @Nullable String currency,
        Status status,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn) {

    /** What people said of the work. */
    public enum Status {
        /** Handed in; nothing may be billed by it, and an earlier approved revision still counts. */
        SUBMITTED,
        /** It counts, instead of every earlier revision. */
        APPROVED,
        /** Nothing of it may be billed any more. */
        WITHDRAWN
    }

    /** Whether it says the same as another row of the same revision, wherever that stood. */
    boolean saysTheSameAs(TimeSheet other) {
        return contract.equals(other.contract)
                && work.name().equals(other.work.name())
                && work.revision() == other.work.revision()
                && work.quantity().compareTo(other.work.quantity()) == 0
                && status == other.status
                && Objects.equals(currency, other.currency)
                && Objects.equals(approvedBy, other.approvedBy)
                && Objects.equals(approvedOn, other.approvedOn);
    }
}
