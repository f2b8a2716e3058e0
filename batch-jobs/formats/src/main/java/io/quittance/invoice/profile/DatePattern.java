package io.quittance.invoice.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to write a day in digits, such as {@code dd.MM.yyyy}; {@code d} and {@code M} take one digit or two.
 *
 * @param pattern day, month and year of four digits, each once
 */
public record DatePattern(String pattern, DateTimeFormatter formatter) {

    private static final Pattern SHAPE = Pattern.compile("(?=.*y)(?=.*M)(?=.*d)(?:(?:yyyy|MM?|dd?)(?:[-./ ]|$)){3}");

    /** @throws IllegalArgumentException when it is no pattern of digits; names of months are a language's, years of two digits a guess */
    public static DatePattern of(String pattern) {
        if (!SHAPE.matcher(pattern).matches()) {
            throw new IllegalArgumentException("No pattern of day, month and year in digits: " + pattern);
        }
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        return new DatePattern(pattern, formatter);
    }

    /** The day, null when the text is none by this pattern; the calendar has no year 0. */
    @Nullable
    LocalDate read(String text) {
        try {
            LocalDate day = LocalDate.parse(text, formatter);
            return day.getYear() < 1 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
