package io.quittance.invoice.ubl;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads business terms by their path. An element that may stand once and stands twice is refused: two programs would read two
 * different invoices.
 */
final class UblFields {

    /** An XSD date may carry an offset; the day stays the one that was written. */
    private static final Pattern DATE_WITH_OFFSET =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})");

    private final String file;
    private final FieldReader fields;

    UblFields(String file, FieldReader fields) {
        this.file = file;
        this.fields = fields;
    }

    /** The only element at the path; null when there is none. */
    @Nullable
    UblElement only(UblElement parent, String path, String term) {
        List<UblElement> found = parent.all(path);
        if (found.size() > 1) {
            String read = FieldReader.shown(found.get(1).text());
            String message = term + " (" + path + ") stands " + found.size() + " times and may stand once";
            fields.add(
                    Finding.of(FindingCode.HEADER_FIELDS_DISAGREE, place(found.get(1), term), read, "once", message));
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    String reference(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.reference(place(or(found, parent), term), text(found));
    }

    @Nullable
    String referenceIfAny(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.referenceIfAny(place(or(found, parent), term), text(found));
    }

    String prose(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.prose(place(or(found, parent), term), text(found));
    }

    LocalDate date(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.date(place(or(found, parent), term), day(found));
    }

    @Nullable
    LocalDate dateIfAny(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.dateIfAny(place(or(found, parent), term), day(found));
    }

    CurrencyUnit currency(UblElement root) {
        UblElement found = only(root, "cbc:DocumentCurrencyCode", "BT-5");
        return fields.currency(place(or(found, root), "BT-5"), text(found));
    }

    BigDecimal decimal(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.decimal(place(or(found, parent), term), text(found));
    }

    @Nullable
    BigDecimal decimalIfAny(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.decimalIfAny(place(or(found, parent), term), text(found));
    }

    Money money(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        Place place = place(or(found, parent), term);
        checkCurrency(found, place);
        return fields.money(place, text(found));
    }

    /** The amount, or zero when none is stated. */
    Money moneyOrZero(UblElement parent, String path, String term) {
        Money money = moneyIfAny(parent, path, term);
        return money == null ? Money.zero(fields.currency()) : money;
    }

    @Nullable
    Money moneyIfAny(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        Place place = place(or(found, parent), term);
        checkCurrency(found, place);
        return fields.moneyIfAny(place, text(found));
    }

    /** Every amount but BT-111 is in BT-5; the official rules do not check it, and a payable amount in USD passes them. */
    private void checkCurrency(@Nullable UblElement amount, Place place) {
        CurrencyUnit currency = fields.knownCurrency();
        if (amount == null || currency == null || currency.getCode().equals(amount.currency())) {
            return;
        }
        String read = amount.currency() == null ? "no currencyID" : FieldReader.shown(amount.currency());
        fields.unknown(place, read, currency + ", the currency of the document (BT-5)", currency);
    }

    VatCategory category(UblElement parent, String path, String term) {
        UblElement found = only(parent, path, term);
        return fields.category(place(or(found, parent), term), text(found));
    }

    @Nullable
    BigDecimal rate(UblElement parent, String path, String term, VatCategory category) {
        UblElement found = only(parent, path, term);
        return fields.rate(place(or(found, parent), term), text(found), category);
    }

    Place place(UblElement element, String term) {
        return new Place(file, element.line(), term);
    }

    private static UblElement or(@Nullable UblElement found, UblElement parent) {
        return found == null ? parent : found;
    }

    private static @Nullable String text(@Nullable UblElement found) {
        return found == null ? null : found.text();
    }

    private static @Nullable String day(@Nullable UblElement found) {
        if (found == null) {
            return null;
        }
        var date = DATE_WITH_OFFSET.matcher(found.text());
        return date.matches() ? date.group(1) : found.text();
    }
}
