package io.quittance.invoice.file;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns the texts of one document's fields into values. What is wrong becomes a finding and the field gets a stand-in, so that
 * everything wrong in a document is told at once; a document with a refusing finding is never built into an invoice.
 * A text that is null, empty or blank is a field that is not there.
 */
public final class FieldReader {

    /** Longest number, code or reference that is taken in, in UTF-16 units. */
    public static final int REFERENCE_CHARS = 200;

    /** Longest name or description that is taken in, in UTF-16 units. */
    public static final int PROSE_CHARS = 4_000;

    /** How a date is written unless a syntax wants it otherwise. */
    public static final String ISO_DATE = "YYYY-MM-DD";

    private static final int MOST_FINDINGS = 500;
    private static final int RATE_DECIMALS = 4;

    /** As eight digits. */
    private static final int FIRST_OF_YEAR_1 = 10_101;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A million million: in the smallest unit of the weakest currency that is still a number of 64 bits. */
    private static final BigDecimal MOST_IN_A_DOCUMENT = BigDecimal.TEN.pow(12);

    private static final int SHOWN = 40;
    private static final CurrencyUnit STAND_IN = CurrencyUnit.of("EUR");

    /** Thirteen digits keep every sum of a document inside a 64-bit count of minor units. */
    private static final DecimalShape AMOUNT = new DecimalShape(13, 10);

    /** Fits {@code numeric(38,12)}. */
    private static final DecimalShape DECIMAL = new DecimalShape(18, 12);

    /** Control characters, and those that turn the direction of what follows: they make a text look like another one. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    /** From the first blank of a run only: tried from each blank of it, a long run would cost the square of its length. */
    private static final Pattern LINE_BREAK_OR_TAB = Pattern.compile("(?<!\\s)[ \\x0B\\f]*+[\r\n\t]\\s*+");

    private final List<Finding> findings = new ArrayList<>();
    private @Nullable CurrencyUnit currency;

    /** Notes one more reason. After five hundred nobody reads on; only the first that refuses is never left out. */
    public void add(Finding finding) {
        if (findings.size() < MOST_FINDINGS || (finding.severity() == Severity.REJECT && !refused())) {
            findings.add(finding);
        }
    }

    /** Everything noted so far. */
    public Findings findings() {
        return new Findings(findings);
    }

    /** How many were noted so far: whether reading one field has noted something. */
    public int noted() {
        return findings.size();
    }

    /** Whether the document is refused for something noted so far. */
    public boolean refused() {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.REJECT) {
                return true;
            }
        }
        return false;
    }

    /** The currency that was read, null when none could be. */
    public @Nullable CurrencyUnit knownCurrency() {
        return currency;
    }

    /** The currency that was read, or a stand-in. */
    public CurrencyUnit currency() {
        return currency == null ? STAND_IN : currency;
    }

    /** A number, code or reference that must be there. */
    public String reference(Place place, @Nullable String read) {
        String text = referenceIfAny(place, read);
        return text == null ? missing(place, "") : text;
    }

    /** A number, code or reference; null when it is not there. */
    public @Nullable String referenceIfAny(Place place, @Nullable String read) {
        String text = present(read);
        return text == null ? null : text(place, text.strip(), REFERENCE_CHARS);
    }

    /** A name or description that must be there. Line breaks and tabs in it become blanks. */
    public String prose(Place place, @Nullable String read) {
        String text = present(read);
        if (text == null) {
            return missing(place, "");
        }
        String line =
                isPlain(text) ? text : LINE_BREAK_OR_TAB.matcher(text.strip()).replaceAll(" ");
        return text(place, line.strip(), PROSE_CHARS);
    }

    private String text(Place place, String text, int maxChars) {
        if (!isPlain(text)) {
            checkVisible(place, text);
        }
        if (text.length() > maxChars) {
            String most = "at most " + maxChars + " characters";
            add(Finding.of(
                    FindingCode.FILE_TOO_LARGE, place, null, most, "the text has " + text.length() + " characters"));
        }
        return text;
    }

    private void checkVisible(Place place, String text) {
        var invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            String character = String.format("U+%04X", (int) text.charAt(invisible.start()));
            String message = "the text holds the invisible character " + character;
            add(Finding.of(FindingCode.VALUE_UNKNOWN, place, character, "text", message));
        }
    }

    /** Printable ASCII, as nearly every text is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** A calendar date that must be there. */
    public LocalDate date(Place place, @Nullable String read) {
        LocalDate date = dateIfAny(place, read);
        return date == null ? missing(place, LocalDate.EPOCH) : date;
    }

    /** A calendar date as {@code YYYY-MM-DD}; null when it is not there. */
    public @Nullable LocalDate dateIfAny(Place place, @Nullable String read) {
        return dateIfAny(place, read, ISO_DATE);
    }

    /**
     * The same.
     *
     * @param shape how the syntax writes a date, when it is not as {@code YYYY-MM-DD}; the reader of the syntax has turned it
     */
    public @Nullable LocalDate dateIfAny(Place place, @Nullable String read, String shape) {
        String text = present(read);
        if (text == null) {
            return null;
        }
        LocalDate day = day(text);
        if (day != null) {
            return day;
        }
        String message = "'" + shown(text) + "' is not a day of the calendar";
        Finding malformed = Finding.of(FindingCode.DATE_MALFORMED, place, shown(text), shape, message);
        add(shape.equals(ISO_DATE) ? malformed : malformed.withHint("Write the date as " + shape + "."));
        return LocalDate.EPOCH;
    }

    /** A day as YYYY-MM-DD; null when the text has another shape, or the calendar has no such day: it has no year 0. */
    private static @Nullable LocalDate day(String text) {
        if (text.length() != ISO_DATE.length() || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (i != 4 && i != 7) {
                if (digit < 0 || digit > 9) {
                    return null;
                }
                digits = digits * 10 + digit;
            }
        }
        if (digits < FIRST_OF_YEAR_1) {
            return null;
        }
        try {
            return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A quantity, price or rate that must be there: digits, a point, at most twelve decimals. */
    public BigDecimal decimal(Place place, @Nullable String read) {
        String text = present(read);
        return text == null ? missing(place, BigDecimal.ZERO) : number(place, text, DECIMAL);
    }

    /** The same; null when it is not there. */
    public @Nullable BigDecimal decimalIfAny(Place place, @Nullable String read) {
        String text = present(read);
        return text == null ? null : number(place, text, DECIMAL);
    }

    private BigDecimal number(Place place, String read, DecimalShape shape) {
        if (shape.matches(read)) {
            return new BigDecimal(read);
        }
        String message = "'" + shown(read) + "' is not a plain decimal";
        add(Finding.of(
                FindingCode.AMOUNT_MALFORMED, place, shown(read), "digits and a decimal point, like 1234.50", message));
        return BigDecimal.ZERO;
    }

    /** The currency of the document, ISO 4217. To be read before any amount. */
    public CurrencyUnit currency(Place place, @Nullable String read) {
        String code = present(read);
        if (code == null) {
            return missing(place, STAND_IN);
        }
        currency = currencyOf(code);
        return currency == null ? unknown(place, code, "an ISO 4217 code in capitals", STAND_IN) : currency;
    }

    /** The currency of an ISO 4217 code in capitals; null when there is none. */
    static @Nullable CurrencyUnit currencyOf(String code) {
        try {
            CurrencyUnit unit = isCode(code) ? CurrencyUnit.of(code) : null;
            return unit == null || unit.isPseudoCurrency() ? null : unit;
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }

    /** Three capitals. */
    private static boolean isCode(String text) {
        return text.length() == 3
                && isCapital(text.charAt(0))
                && isCapital(text.charAt(1))
                && isCapital(text.charAt(2));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** An amount in the document's currency that must be there. */
    public Money money(Place place, @Nullable String read) {
        Money money = moneyIfAny(place, read);
        return money == null ? missing(place, Money.zero(currency())) : money;
    }

    /** An amount in the document's currency; null when it is not there. Trailing zeros are no decimals too many. */
    public @Nullable Money moneyIfAny(Place place, @Nullable String read) {
        String text = present(read);
        if (text == null) {
            return null;
        }
        BigDecimal amount = number(place, text, AMOUNT);
        return currency == null ? Money.zero(STAND_IN) : money(place, text, amount, currency);
    }

    /**
     * The net amount of a line as it was stated, finer than the currency or not, for {@link FinerLines}; it must be there.
     * Its digits are bounded like those of every amount.
     */
    public BigDecimal lineAmount(Place place, @Nullable String read) {
        String text = present(read);
        return text == null ? missing(place, BigDecimal.ZERO) : number(place, text, AMOUNT);
    }

    private Money money(Place place, String read, BigDecimal stated, CurrencyUnit unit) {
        int decimals = unit.getDecimalPlaces();
        if (stated.scale() <= decimals) {
            return Money.of(unit, stated);
        }
        BigDecimal amount = stated.stripTrailingZeros();
        if (amount.scale() <= decimals) {
            return Money.of(unit, amount);
        }
        String message =
                "an amount in " + unit + " has at most " + decimals + " decimals, '" + read + "' has " + amount.scale();
        add(Finding.of(FindingCode.AMOUNT_SCALE, place, read, "at most " + decimals + " decimals", message));
        return Money.zero(unit);
    }

    /** The amount when it can be read without any doubt, else null. */
    static @Nullable Money moneyIfReadable(@Nullable String read, CurrencyUnit currency) {
        if (read == null || !AMOUNT.matches(read)) {
            return null;
        }
        BigDecimal amount = new BigDecimal(read).stripTrailingZeros();
        return amount.scale() > currency.getDecimalPlaces() ? null : Money.of(currency, amount);
    }

    /** A VAT category (BT-118, BT-151) that must be there. */
    public VatCategory category(Place place, @Nullable String read) {
        String code = present(read);
        if (code == null) {
            return missing(place, VatCategory.O);
        }
        for (VatCategory category : VatCategory.values()) {
            if (category.name().equals(code)) {
                return category;
            }
        }
        return unknown(place, code, "one of S Z E AE K G O L M", VatCategory.O);
    }

    /**
     * A VAT rate in per cent (BT-119, BT-152): every category but O must state one, a zero if need be (BR-48). A zero
     * under O means the same as none (BR-O-05) and is read as none.
     */
    public @Nullable BigDecimal rate(Place place, @Nullable String read, VatCategory category) {
        if (category != VatCategory.O) {
            return percentage(place, decimal(place, read));
        }
        BigDecimal rate = decimalIfAny(place, read);
        return rate == null || rate.signum() == 0 ? null : percentage(place, rate);
    }

    /**
     * A VAT rate that was read already. No VAT in the world is above a hundred per cent or finer than four decimals; the
     * database keeps no more.
     */
    public BigDecimal percentage(Place place, BigDecimal rate) {
        if (rate.signum() >= 0
                && rate.compareTo(HUNDRED) <= 0
                && rate.stripTrailingZeros().scale() <= RATE_DECIMALS) {
            return rate;
        }
        String read = shown(rate.toPlainString());
        String expected = "0 to 100 per cent, at most " + RATE_DECIMALS + " decimals";
        add(Finding.of(FindingCode.FIGURE_OUT_OF_RANGE, place, read, expected, "a VAT rate of " + read + " per cent"));
        return BigDecimal.ZERO;
    }

    /** Whether a sum of the document can be booked: its amounts, and what they come to in any other currency, as minor units. */
    void bookable(Place place, Money sum) {
        if (sum.getAmount().abs().compareTo(MOST_IN_A_DOCUMENT) > 0) {
            String most = "at most " + MOST_IN_A_DOCUMENT.toPlainString();
            add(Finding.of(
                    FindingCode.FIGURE_OUT_OF_RANGE, place, sum.toString(), most, place.field() + " come to " + sum));
        }
    }

    /** Notes that a field is not there. */
    public <T> T missing(Place place, T standIn) {
        add(Finding.of(FindingCode.FIELD_MISSING, place, null, "a value", "the field " + place.field() + " is empty"));
        return standIn;
    }

    /** The days from one to the other; null where one of them is not stated, or the second, at this place, comes before the first. */
    public @Nullable Period periodIfAny(Place place, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            unknown(place, to.toString(), "a day on or after " + from, "");
            return null;
        }
        return new Period(from, to);
    }

    /** Notes that a value is not in its code list. */
    public <T> T unknown(Place place, String read, String expected, T standIn) {
        String message = "'" + shown(read) + "' is not " + expected;
        add(Finding.of(FindingCode.VALUE_UNKNOWN, place, shown(read), expected, message));
        return standIn;
    }

    private static @Nullable String present(@Nullable String read) {
        return read == null || read.isBlank() ? null : read;
    }

    /** At most forty characters of what was read, without those that cannot be seen. */
    public static String shown(String read) {
        String seen = INVISIBLE.matcher(read).replaceAll("?");
        if (seen.codePointCount(0, seen.length()) <= SHOWN) {
            return seen;
        }
        return seen.substring(0, seen.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
