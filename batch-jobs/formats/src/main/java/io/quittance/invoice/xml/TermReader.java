package io.quittance.invoice.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads business terms by their path. An element that may stand once and stands twice is refused: two programs would read two
 * different invoices.
 */
public final class TermReader {

    /**
     * How a syntax writes values.
     *
     * @param namesCurrency whether every amount must say its currency
     * @param day a date as {@code YYYY-MM-DD}, or as it was written when it has no such shape
     * @param dateShape how a date is to be written, for people
     */
    public record Dialect(boolean namesCurrency, Function<InvoiceElement, String> day, String dateShape) {

        /** With dates as {@code YYYY-MM-DD}. */
        public Dialect(boolean namesCurrency, Function<InvoiceElement, String> day) {
            this(namesCurrency, day, FieldReader.ISO_DATE);
        }
    }

    private final String file;
    private final FieldReader fields;
    private final Dialect dialect;

    /** @param fields takes the findings */
    public TermReader(String file, FieldReader fields, Dialect dialect) {
        this.file = file;
        this.fields = fields;
        this.dialect = dialect;
    }

    /** The only element at the path; null when there is none. */
    public @Nullable InvoiceElement only(InvoiceElement parent, String path, String term) {
        List<InvoiceElement> found = parent.all(path);
        if (found.size() > 1) {
            twice(found, term + " (" + path + ")", term);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Notes that a term stands several times and may stand once. */
    void twice(List<InvoiceElement> found, String term) {
        twice(found, term, term);
    }

    private void twice(List<InvoiceElement> found, String what, String term) {
        String read = FieldReader.shown(found.get(1).text());
        String message = what + " stands " + found.size() + " times and may stand once";
        fields.add(Finding.of(FindingCode.HEADER_FIELDS_DISAGREE, place(found.get(1), term), read, "once", message));
    }

    /** Notes something about a term that its reading alone does not show. */
    public void add(Finding finding) {
        fields.add(finding);
    }

    /** A number, code or reference that must be there. */
    public String reference(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.reference(place(or(found, parent), term), text(found));
    }

    /** A number, code or reference; null when it is not there. */
    public @Nullable String referenceIfAny(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.referenceIfAny(place(or(found, parent), term), text(found));
    }

    /** A name or description that must be there. */
    public String prose(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.prose(place(or(found, parent), term), text(found));
    }

    /** A day that must be there. */
    public LocalDate date(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        LocalDate date = found == null ? null : dateIfAny(found, term);
        return date == null ? fields.missing(place(or(found, parent), term), LocalDate.EPOCH) : date;
    }

    /** A day; null when it is not there. */
    public @Nullable LocalDate dateIfAny(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return found == null ? null : dateIfAny(found, term);
    }

    /** The day that an element states; null when it states none. */
    public @Nullable LocalDate dateIfAny(InvoiceElement stated, String term) {
        return fields.dateIfAny(place(stated, term), dialect.day().apply(stated), dialect.dateShape());
    }

    /** BT-5; to be read before any amount. */
    public CurrencyUnit currency(InvoiceElement root, String path) {
        InvoiceElement found = only(root, path, "BT-5");
        return fields.currency(place(or(found, root), "BT-5"), text(found));
    }

    /** A quantity, price or rate that must be there. */
    public BigDecimal decimal(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.decimal(place(or(found, parent), term), text(found));
    }

    /** A quantity, price or rate; null when it is not there. */
    public @Nullable BigDecimal decimalIfAny(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.decimalIfAny(place(or(found, parent), term), text(found));
    }

    /** An amount in the document's currency that must be there. */
    public Money money(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        Place place = place(or(found, parent), term);
        checkCurrency(found, place);
        return fields.money(place, text(found));
    }

    /** The amount that an element states, in the document's currency. */
    public Money money(InvoiceElement stated, String term) {
        Place place = place(stated, term);
        checkCurrency(stated, place);
        return fields.money(place, stated.text());
    }

    /** The net amount of a line that must be there, with as many decimals as it has; for syntaxes that allow more. */
    public BigDecimal lineAmount(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.lineAmount(place(or(found, parent), term), text(found));
    }

    /** The amount, or zero when none is stated. */
    public Money moneyOrZero(InvoiceElement parent, String path, String term) {
        Money money = moneyIfAny(parent, path, term);
        return money == null ? Money.zero(fields.currency()) : money;
    }

    /** An amount in the document's currency; null when it is not there. */
    public @Nullable Money moneyIfAny(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        Place place = place(or(found, parent), term);
        checkCurrency(found, place);
        return fields.moneyIfAny(place, text(found));
    }

    /** Every amount but BT-111 is in BT-5; the official rules do not check it, and a payable amount in USD passes them. */
    private void checkCurrency(@Nullable InvoiceElement amount, Place place) {
        CurrencyUnit currency = fields.knownCurrency();
        if (amount == null || currency == null || currency.getCode().equals(amount.currency())) {
            return;
        }
        if (amount.currency() == null && !dialect.namesCurrency()) {
            return;
        }
        String read = amount.currency() == null ? "no currencyID" : FieldReader.shown(amount.currency());
        fields.unknown(place, read, currency + ", the currency of the document (BT-5)", currency);
    }

    /** A VAT category that must be there. */
    public VatCategory category(InvoiceElement parent, String path, String term) {
        InvoiceElement found = only(parent, path, term);
        return fields.category(place(or(found, parent), term), text(found));
    }

    /** A VAT rate in per cent; null where the category knows none. */
    public @Nullable BigDecimal rate(InvoiceElement parent, String path, String term, VatCategory category) {
        InvoiceElement found = only(parent, path, term);
        return fields.rate(place(or(found, parent), term), text(found), category);
    }

    /** Where a term stands. */
    public Place place(InvoiceElement element, String term) {
        return new Place(file, element.line(), term);
    }

    /** The place of the first element at the path, or of its parent when there is none. */
    public Place placeOf(InvoiceElement parent, String path, String term) {
        return place(or(parent.first(path), parent), term);
    }

    private static InvoiceElement or(@Nullable InvoiceElement found, InvoiceElement parent) {
        return found == null ? parent : found;
    }

    private static @Nullable String text(@Nullable InvoiceElement found) {
        return found == null ? null : found.text();
    }
}
