package io.quittance.table;

import io.quittance.finding.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** What a cell may say: one spelling for each kind of value, so that no locale and no guess comes in. */
public final class Cells {

    /** As our columns {@code numeric(38,12)} hold it. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,12})?");

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Cells() {}

    /** Digits, perhaps a decimal point and up to 12 decimals; no sign, grouping or exponent. */
    public static BigDecimal decimal(String text, Place place) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new TableError(place, "\"%s\" is no plain decimal such as 1234.5".formatted(text));
        }
        return new BigDecimal(text);
    }

    /** A decimal above zero. */
    public static BigDecimal positive(String text, Place place) {
        BigDecimal value = decimal(text, place);
        if (value.signum() == 0) {
            throw new TableError(place, "\"%s\" is not above zero".formatted(text));
        }
        return value;
    }

    /** {@code 2026-11-24}. */
    public static LocalDate isoDate(String text, Place place) {
        return date(text, DateTimeFormatter.ISO_LOCAL_DATE, "YYYY-MM-DD", place);
    }

    /** {@code 24/11/2026}. */
    public static LocalDate dayFirst(String text, Place place) {
        return date(text, DAY_FIRST, "DD/MM/YYYY", place);
    }

    /** A currency by its ISO 4217 code. */
    public static CurrencyUnit currency(String text, Place place) {
        try {
            return CurrencyUnit.of(text);
        } catch (IllegalCurrencyException unknown) {
            throw new TableError(place, "\"%s\" is no currency that we know".formatted(text));
        }
    }

    private static LocalDate date(String text, DateTimeFormatter form, String shown, Place place) {
        try {
            return LocalDate.parse(text, form);
        } catch (DateTimeParseException notDate) {
            throw new TableError(place, "\"%s\" is no date as %s".formatted(text, shown));
        }
    }
}
