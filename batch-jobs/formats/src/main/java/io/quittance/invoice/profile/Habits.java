package io.quittance.invoice.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 11, 24);

    /** What to do about a text that is no number here: the notation of this file, which need not be ours. */
    String numberHint() {
        if (decimal == null) {
            return "Declare the decimal sign in the profile, or write digits without any sign between them: 1234";
        }
        String sign = decimal == ',' ? "comma" : "point";
        return "Write digits with a decimal " + sign + ", no exponent: 1234" + decimal + "50";
    }

    /** What to do about a text that is no day here. */
    String dateHint() {
        String days = dates.stream()
                .map(pattern -> EXAMPLE.format(pattern.formatter()) + " (" + pattern.pattern() + ")")
                .collect(Collectors.joining(" or "));
        return dates.size() < 2
                ? "Write the date as " + days + "."
                : "Write the date as " + days + ", and declare in the profile which of them it is.";
    }

    /** Those of a profile alone. */
    static Habits declared(ColumnProfile profile) {
        return new Habits(profile.conventions().decimal(), profile.conventions().dates(), null);
    }
}
