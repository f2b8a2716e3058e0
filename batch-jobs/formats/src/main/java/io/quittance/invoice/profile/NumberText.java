package io.quittance.invoice.profile;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it, taken apart: sign, digits with their separators, and a currency or per cent sign.
 *
 * @param negative {@code -1}, {@code 1-} or {@code (1)}
 * @param digits with separators
 * @param unit empty when there is none
 */
record NumberText(boolean negative, String digits, String unit) {

    private static final int LONGEST = 60;
    private static final String UNIT = "(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}|zł|Kč|kr\\.?|Fr\\.?|%)";
    private static final String BLANKS = "[ \\u00A0\\u202F]*+";
    private static final Pattern PARTS =
            Pattern.compile("(?<open>\\()?(?<m1>[-\\u2212])?" + BLANKS + "(?<u1>" + UNIT + ")?"
                    + BLANKS + "(?<m2>[-\\u2212])?(?<digits>[0-9](?:[0-9.,'\\u2019 \\u00A0\\u202F]*[0-9])?)" + BLANKS
                    + "(?<m3>[-\\u2212])?" + BLANKS + "(?<u2>" + UNIT + ")?(?<m4>[-\\u2212])?(?<close>\\))?");

    /** Thousands by threes, always with the same sign. */
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?<sign>[.,'\\u2019 \\u00A0\\u202F])[0-9]{3}(?:\\k<sign>[0-9]{3})*");

    private static final Pattern PLAIN = Pattern.compile("[0-9]+");

    private static final Map<String, Set<String>> CURRENCIES = Map.ofEntries(
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", Set.of("GBP", "GIP", "FKP", "SHP")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("zł", Set.of("PLN")),
            Map.entry("Kč", Set.of("CZK")),
            Map.entry("kr", Set.of("SEK", "NOK", "DKK", "ISK")),
            Map.entry("Fr", Set.of("CHF")),
            Map.entry("$", Set.of("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS")),
            Map.entry("US$", Set.of("USD")),
            Map.entry("A$", Set.of("AUD")),
            Map.entry("C$", Set.of("CAD")),
            Map.entry("S$", Set.of("SGD")),
            Map.entry("HK$", Set.of("HKD")),
            Map.entry("NZ$", Set.of("NZD")));

    /** The parts of a text; null when it is no number, has two signs or two units. */
    static @Nullable NumberText of(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (text.length() > LONGEST || !parts.matches()) {
            return null;
        }
        boolean bracketed = parts.group("open") != null;
        int minuses = 0;
        for (String minus : Set.of("m1", "m2", "m3", "m4")) {
            minuses += parts.group(minus) == null ? 0 : 1;
        }
        boolean contradictory = bracketed != (parts.group("close") != null)
                || minuses + (bracketed ? 1 : 0) > 1
                || parts.group("u1") != null && parts.group("u2") != null;
        return contradictory ? null : new NumberText(bracketed || minuses == 1, parts.group("digits"), unit(parts));
    }

    private static String unit(Matcher parts) {
        String unit = parts.group("u1") == null ? parts.group("u2") : parts.group("u1");
        return unit == null ? "" : unit.endsWith(".") ? unit.substring(0, unit.length() - 1) : unit;
    }

    /** Digits with a decimal point, when the decimal sign is this one; null when it then is no number. */
    @Nullable
    String plain(char decimal) {
        int at = digits.indexOf(decimal);
        String whole = at < 0 ? digits : digits.substring(0, at);
        String fraction = at < 0 ? "" : digits.substring(at + 1);
        String ungrouped = ungrouped(whole);
        if (ungrouped == null || (at >= 0 && !PLAIN.matcher(fraction).matches())) {
            return null;
        }
        return (negative ? "-" : "") + ungrouped + (at < 0 ? "" : "." + fraction);
    }

    private static @Nullable String ungrouped(String whole) {
        if (PLAIN.matcher(whole).matches()) {
            return whole;
        }
        Matcher grouped = GROUPED.matcher(whole);
        return grouped.matches() ? whole.replace(grouped.group("sign"), "") : null;
    }

    /** Whether it holds a sign that is a decimal sign somewhere. */
    boolean hasSeparator() {
        return digits.indexOf('.') >= 0 || digits.indexOf(',') >= 0;
    }

    /** Whether its unit says nothing against an amount in this currency. */
    boolean fits(String currency) {
        return unit.isEmpty()
                || unit.equals(currency)
                || CURRENCIES.getOrDefault(unit, Set.of()).contains(currency);
    }
}
