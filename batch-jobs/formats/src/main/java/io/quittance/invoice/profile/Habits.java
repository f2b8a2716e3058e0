package io.quittance.invoice.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conventions in force for one file: those of its profile, and what the file itself has proven.
 *
 * @param decimal the decimal sign; null when it is neither declared nor proven
 * @param dates the patterns that are left
 * @param proven what the file has proven, as a sentence; null when nothing had to be
 */
public record Habits(
        @Nullable Character decimal,
        List<DatePattern> dates,
        @Nullable String proven) {

    public Habits {
        dates = List.copyOf(dates);
    }

    /** Those of a profile alone. */
    static Habits declared(ColumnProfile profile) {
        return new Habits(profile.conventions().decimal(), profile.conventions().dates(), null);
    }
}
