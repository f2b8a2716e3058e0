package io.quittance.tax;

import io.quittance.party.Validity;
import java.time.LocalDate;

/**
 * A row of a table of {@code config/tax}. Rows are never changed. A fact that ended is followed by another row of its series; a
 * row that was wrong is corrected by one that was recorded later, which speaks instead of it on all days that both hold.
 */
public interface DatedRow {

    /** Of the row; a calculation keeps it. */
    String id();

    /** What the row is about; at most one row of a series speaks on a day. */
    String series();

    /** The days on which the row says it holds, both ends inclusive. */
    Validity validity();

    /** The day on which the row was written down. */
    LocalDate recordedAt();
}
