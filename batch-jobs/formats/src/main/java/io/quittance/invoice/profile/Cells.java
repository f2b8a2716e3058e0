package io.quittance.invoice.profile;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.profile.SheetRow.CellKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The cells of one document as values, by the conventions of its file. What is wrong becomes a finding, as everywhere. */
final class Cells {

    /** What a spreadsheet keeps of a number: fifteen digits, the rest is noise of binary numbers. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int SANE_SCALE = 40;
    private static final Pattern STORED = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?");
    private static final Pattern EXPONENT = Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final int EXACT_DIGITS = 15;

    private static final Set<ProfileTerm> AMOUNTS = EnumSet.of(
            ProfileTerm.INVOICE_NET, ProfileTerm.INVOICE_VAT, ProfileTerm.INVOICE_GROSS, ProfileTerm.AMOUNT_DUE);

    private final String file;
    private final Sheet sheet;
    private final Layout layout;
    private final Habits habits;
    private final FieldReader fields;
    private final Map<Term, List<String>> stated = new EnumMap<>(Term.class);

    Cells(String file, Sheet sheet, Layout layout, Habits habits, FieldReader fields) {
        this.file = file;
        this.sheet = sheet;
        this.layout = layout;
        this.habits = habits;
        this.fields = fields;
    }

    /** What could be read of the header: amounts and days in normal form, since a sheet's spelling says nothing to others. */
    Map<Term, List<String>> stated() {
        return stated;
    }

    void state(ProfileTerm term, String text) {
        if (term.stated() != null && !text.isBlank()) {
            stated.put(term.stated(), List.of(text));
        }
    }

    Place place(ProfileTerm term, SheetRow row) {
        int column = layout.column(term);
        return new Place(file, row.line(), column < 0 ? term.spelling() : sheet.field(row.line(), column));
    }

    /** What stands there, else the profile's default; null when there is neither. */
    @Nullable
    String raw(ProfileTerm term, SheetRow row) {
        String text = layout.text(term, row);
        return text.isBlank() ? layout.profile().defaults().get(term) : text;
    }

    boolean has(ProfileTerm term, SheetRow row) {
        return raw(term, row) != null;
    }

    boolean hasColumn(ProfileTerm term) {
        return layout.has(term);
    }

    /** A number, code or reference that must be there. */
    String reference(ProfileTerm term, SheetRow row) {
        String text = referenceIfAny(term, row);
        return text == null ? fields.missing(place(term, row), "") : text;
    }

    @Nullable
    String referenceIfAny(ProfileTerm term, SheetRow row) {
        String raw = raw(term, row);
        if (raw == null) {
            return null;
        }
        String text = layout.kind(term, row) == CellKind.NUMBER ? wholeNumber(term, row, raw) : raw;
        if (EXPONENT.matcher(text.strip()).matches()) {
            String message =
                    "'" + FieldReader.shown(text) + "' is a long number that a spreadsheet has cut to some digits";
            fields.add(Finding.of(
                    FindingCode.VALUE_UNKNOWN,
                    place(term, row),
                    FieldReader.shown(text),
                    "all of its digits, as text",
                    message));
        }
        String read = fields.referenceIfAny(place(term, row), text);
        state(term, read == null ? "" : read);
        return read;
    }

    /** A number that stands for a name: 12 and not 12.0. Beyond fifteen digits the spreadsheet has lost some. */
    private String wholeNumber(ProfileTerm term, SheetRow row, String raw) {
        BigDecimal stored = stored(raw);
        if (stored == null) {
            return raw;
        }
        String plain = stored.stripTrailingZeros().toPlainString();
        if (stored.stripTrailingZeros().precision() > EXACT_DIGITS || plain.length() > SANE_SCALE) {
            String message = "the spreadsheet keeps fifteen digits of a number, this one has had more";
            fields.add(Finding.of(
                    FindingCode.VALUE_UNKNOWN, place(term, row), raw, "all of its digits, as text", message));
        }
        return plain;
    }

    @Nullable
    String prose(ProfileTerm term, SheetRow row) {
        String raw = raw(term, row);
        String text = raw == null ? null : fields.prose(place(term, row), raw);
        state(term, text == null ? "" : text);
        return text;
    }

    CurrencyUnit currency(SheetRow row) {
        String raw = raw(ProfileTerm.CURRENCY, row);
        String code = raw == null ? null : raw.strip();
        CurrencyUnit currency = fields.currency(place(ProfileTerm.CURRENCY, row), code);
        state(ProfileTerm.CURRENCY, fields.knownCurrency() == null ? "" : currency.getCode());
        return currency;
    }

    /** A day that must be there. */
    LocalDate date(ProfileTerm term, SheetRow row) {
        LocalDate date = dateIfAny(term, row);
        return date == null ? fields.missing(place(term, row), LocalDate.EPOCH) : date;
    }

    @Nullable
    LocalDate dateIfAny(ProfileTerm term, SheetRow row) {
        String raw = raw(term, row);
        if (raw == null) {
            return null;
        }
        String text = raw.strip();
        List<LocalDate> days = layout.kind(term, row) == CellKind.DATE
                ? List.of(LocalDate.parse(text))
                : layout.kind(term, row) == CellKind.NUMBER ? List.of() : days(text);
        if (days.size() == 1) {
            state(term, days.getFirst().toString());
            return days.getFirst();
        }
        fields.add(noDate(term, row, text, days));
        return LocalDate.EPOCH;
    }

    private List<LocalDate> days(String text) {
        return habits.dates().stream()
                .map(pattern -> pattern.read(text))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Finding noDate(ProfileTerm term, SheetRow row, String text, List<LocalDate> days) {
        String shown = FieldReader.shown(text);
        String patterns = String.join(
                " or ", habits.dates().stream().map(DatePattern::pattern).toList());
        String message = days.isEmpty()
                ? layout.kind(term, row) == CellKind.NUMBER
                        ? "'" + shown + "' is a number and not formatted as a date"
                        : "'" + shown + "' is no day by the pattern " + patterns
                : "'" + shown + "' may be " + days.get(0) + " or " + days.get(1)
                        + ": the profile declares no single pattern and the file proves none";
        return Finding.of(FindingCode.DATE_MALFORMED, place(term, row), shown, patterns, message)
                .withHint(habits.dateHint());
    }

    /** A number in normal form; null when nothing stands there, zero with a finding when it is none. */
    @Nullable
    BigDecimal number(ProfileTerm term, SheetRow row) {
        String raw = raw(term, row);
        if (raw == null) {
            return null;
        }
        if (layout.kind(term, row) == CellKind.NUMBER) {
            BigDecimal stored = stored(raw.strip());
            return stored == null
                    ? malformed(term, row, raw, "is no number that can be paid")
                    : kept(term, row, stored);
        }
        String plain = plain(term, row, raw);
        return plain == null ? BigDecimal.ZERO : fields.decimal(place(term, row), plain);
    }

    private static @Nullable BigDecimal stored(String raw) {
        return STORED.matcher(raw).matches() ? new BigDecimal(raw) : null;
    }

    private BigDecimal kept(ProfileTerm term, SheetRow row, BigDecimal stored) {
        BigDecimal kept = stored.round(KEPT).stripTrailingZeros();
        if (kept.compareTo(stored) != 0) {
            String message =
                    "the workbook stores " + stored.toPlainString() + ", which was read as " + kept.toPlainString();
            fields.add(Finding.of(
                    FindingCode.AMOUNT_INEXACT,
                    place(term, row),
                    stored.toPlainString(),
                    kept.toPlainString(),
                    message));
        }
        return fields.decimal(place(term, row), kept.toPlainString());
    }

    private @Nullable String plain(ProfileTerm term, SheetRow row, String raw) {
        NumberText number = NumberText.of(raw);
        if (number == null) {
            malformed(term, row, raw, "is no number");
            return null;
        }
        Character decimal = habits.decimal();
        if (decimal == null && number.hasSeparator()) {
            malformed(
                    term,
                    row,
                    raw,
                    "could mean two amounts: the profile declares no decimal sign, and the rows do not prove one"
                            + " (net + VAT = gross with one and not with the other)");
            return null;
        }
        if (!unitFits(term, number)) {
            malformed(
                    term,
                    row,
                    raw,
                    "has the sign '" + number.unit() + "', but the document is in " + fields.currency());
            return null;
        }
        String plain = number.plain(decimal == null ? '.' : decimal);
        if (plain == null) {
            malformed(term, row, raw, "is no number with the decimal sign '" + decimal + "'");
        }
        return plain;
    }

    private boolean unitFits(ProfileTerm term, NumberText number) {
        boolean rate = term == ProfileTerm.VAT_RATE || term == ProfileTerm.DISCOUNT;
        if (rate) {
            return number.unit().isEmpty() || number.unit().equals("%");
        }
        return fields.knownCurrency() == null || number.fits(fields.currency().getCode());
    }

    private BigDecimal malformed(ProfileTerm term, SheetRow row, String raw, String why) {
        String shown = FieldReader.shown(raw.strip());
        Character decimal = habits.decimal();
        String expected = "a number like " + (decimal == null ? "1234.50" : "1234" + decimal + "50");
        fields.add(Finding.of(FindingCode.AMOUNT_MALFORMED, place(term, row), shown, expected, "'" + shown + "' " + why)
                .withHint(habits.numberHint()));
        return BigDecimal.ZERO;
    }

    /** Whether two texts of a total are one amount, differently written. */
    boolean sameAmount(ProfileTerm term, String one, String other) {
        if (!AMOUNTS.contains(term)) {
            return false;
        }
        BigDecimal first = amountIfReadable(one);
        BigDecimal second = amountIfReadable(other);
        return first != null && second != null && first.compareTo(second) == 0;
    }

    private @Nullable BigDecimal amountIfReadable(String text) {
        NumberText number = NumberText.of(text);
        Character decimal = habits.decimal();
        String plain = number == null || decimal == null ? null : number.plain(decimal);
        return plain == null ? null : new BigDecimal(plain);
    }

    /** An amount in the document's currency; null when nothing stands there. */
    @Nullable
    Money money(ProfileTerm term, SheetRow row) {
        int before = fields.noted();
        BigDecimal number = number(term, row);
        if (number == null) {
            return null;
        }
        Money money = fields.moneyIfAny(place(term, row), number.toPlainString());
        state(term, fields.noted() == before ? number.toPlainString() : "");
        return money;
    }
}
