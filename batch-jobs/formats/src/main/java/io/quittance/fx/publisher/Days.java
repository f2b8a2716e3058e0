package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.table.Cells;
import io.quittance.table.TableError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The days a rate is for, first and last; and how publishers write them. */
record Days(LocalDate from, LocalDate to) {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[ /-]([A-Z][a-z]{2})[ /-](\\d{4})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([ T].*)?");

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /** {@code 2026-11-24}. */
    static Days iso(String text, Place place) {
        return of(Cells.isoDate(text, place));
    }

    /** {@code 24/11/2026}. */
    static Days dayFirst(String text, Place place) {
        return of(Cells.dayFirst(text, place));
    }

    /** {@code 24.11.2026}. */
    static Days dotted(String text, Place place) {
        return of(dottedDay(text, place));
    }

    static LocalDate dottedDay(String text, Place place) {
        MatchResult found = match(DOTTED, text, "DD.MM.YYYY", place);
        return day(found.group(3), Integer.parseInt(found.group(2)), found.group(1), place);
    }

    /** {@code 24 Nov 2026}, {@code 24-Nov-2026}, {@code 24/Nov/2026}. */
    static Days named(String text, Place place) {
        return of(namedDay(text, place));
    }

    static LocalDate namedDay(String text, Place place) {
        MatchResult found = match(NAMED, text, "DD Mon YYYY", place);
        return named(found.group(3), found.group(2), found.group(1), place);
    }

    /** Year, English month of three letters, and day. */
    static LocalDate named(String year, String month, String day, Place place) {
        return day(year, MONTHS.indexOf(month) + 1, day, place);
    }

    /** A whole month, {@code 2026-11}. */
    static Days month(String text, Place place) {
        MatchResult found = match(MONTH, text, "YYYY-MM", place);
        LocalDate first = day(found.group(1), Integer.parseInt(found.group(2)), "1", place);
        return new Days(first, YearMonth.from(first).atEndOfMonth());
    }

    /** The date of {@code 2026-11-24 13:00:00} or {@code 2026-11-24T00:00:00}. */
    static Days ofTime(String text, Place place) {
        return iso(match(TIME, text, "YYYY-MM-DD and a time", place).group(1), place);
    }

    private static MatchResult match(Pattern form, String text, String shown, Place place) {
        var matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new TableError(place, "\"%s\" is no date as %s".formatted(text, shown));
        }
        return matcher.toMatchResult();
    }

    private static LocalDate day(String year, int month, String day, Place place) {
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException noSuchDay) {
            throw new TableError(place, "there is no day %s of month %d of %s".formatted(day, month, year));
        }
    }
}
