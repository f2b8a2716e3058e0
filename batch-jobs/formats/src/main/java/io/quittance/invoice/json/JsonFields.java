package io.quittance.invoice.json;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import io.quittance.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object as values, each under its JSON pointer. {@code null} is the same as not there; an empty text is
 * not: a program that has nothing to say leaves the member out.
 */
public final class JsonFields {

    /** What stands in for a value of the wrong kind, so that it is told once and not again as missing. */
    private static final String STAND_IN = "?";

    private final String file;
    private final FieldReader fields;
    private final String pointer;
    private final JsonValue.Members object;

    JsonFields(String file, FieldReader fields, String pointer, JsonValue.Members object) {
        this.file = file;
        this.fields = fields;
        this.pointer = pointer;
        this.object = object;
    }

    /** The line where the object begins. */
    public long line() {
        return object.line();
    }

    /** Where a member stands, or would stand. */
    public Place place(String name) {
        JsonValue value = object.members().get(name);
        String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        return new Place(file, value == null ? object.line() : value.line(), at);
    }

    /** Whether the member is there. */
    public boolean has(String name) {
        return value(name) != null;
    }

    /** Whether the member is an object: what else stands there was told, and so were members that it cannot have. */
    public boolean hasObject(String name) {
        return value(name) instanceof JsonValue.Members;
    }

    private @Nullable JsonValue value(String name) {
        JsonValue value = object.members().get(name);
        return value instanceof JsonValue.Word word && word.isNull() ? null : value;
    }

    /** Notes members that nobody reads. */
    public void only(Set<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                String message = "the member " + FieldReader.shown(name) + " is not known and was ignored";
                fields.add(Finding.of(FindingCode.COLUMN_UNKNOWN, place(FieldReader.shown(name)), null, null, message));
            }
        }
    }

    /** An object that must be there; an empty one stands in for it. */
    public JsonFields object(String name) {
        JsonFields found = objectIfAny(name);
        return found == null ? fields.missing(place(name), nothing(name)) : found;
    }

    /** An object; null when it is not there. */
    public @Nullable JsonFields objectIfAny(String name) {
        return switch (value(name)) {
            case null -> null;
            case JsonValue.Members members -> new JsonFields(file, fields, pointer + "/" + name, members);
            case JsonValue other -> wrongKind(name, other, "an object", nothing(name));
        };
    }

    private JsonFields nothing(String name) {
        return new JsonFields(file, fields, pointer + "/" + name, new JsonValue.Members(Map.of(), object.line()));
    }

    /** The objects of an array that must be there and not be empty. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> found = objectsIfAny(name);
        boolean told = value(name) instanceof JsonValue other && !(other instanceof JsonValue.Elements);
        return found.isEmpty() && !told ? fields.missing(place(name), List.of()) : found;
    }

    /** The objects of an array; none when it is not there. */
    public List<JsonFields> objectsIfAny(String name) {
        return switch (value(name)) {
            case null -> List.of();
            case JsonValue.Elements(var elements, var line) -> objects(name, elements);
            case JsonValue other -> wrongKind(name, other, "an array of objects", List.of());
        };
    }

    private List<JsonFields> objects(String name, List<JsonValue> elements) {
        var found = new ArrayList<JsonFields>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            String at = pointer + "/" + name + "/" + i;
            if (elements.get(i) instanceof JsonValue.Members members) {
                found.add(new JsonFields(file, fields, at, members));
            } else {
                Place place = new Place(file, elements.get(i).line(), at);
                fields.unknown(place, kind(elements.get(i)), "an object", "");
            }
        }
        return found;
    }

    /** A number, code or reference that must be there, in quotes. */
    public String reference(String name) {
        return fields.reference(place(name), text(name, true));
    }

    /** The same; null when it is not there. */
    public @Nullable String referenceIfAny(String name) {
        return fields.referenceIfAny(place(name), text(name, false));
    }

    /** The number of a line: in quotes, or a whole number. */
    public String lineNumber(String name) {
        return value(name) instanceof JsonValue.Digits(var literal, var line) && literal.matches("[0-9]{1,18}")
                ? literal
                : reference(name);
    }

    /** A name or description that must be there. */
    public String prose(String name) {
        return fields.prose(place(name), text(name, true));
    }

    /** A day that must be there. */
    public LocalDate date(String name) {
        return fields.date(place(name), text(name, true));
    }

    /** A day; null when it is not there. */
    public @Nullable LocalDate dateIfAny(String name) {
        return fields.dateIfAny(place(name), text(name, false));
    }

    /** The currency of the document; to be read before any amount. */
    public CurrencyUnit currency(String name) {
        return fields.currency(place(name), text(name, true));
    }

    /** A VAT category that must be there. */
    public VatCategory category(String name) {
        return fields.category(place(name), text(name, true));
    }

    /** A VAT rate in per cent, as its category wants it. */
    public @Nullable BigDecimal rate(String name, VatCategory category) {
        return fields.rate(place(name), number(name, category != VatCategory.O), category);
    }

    /** A quantity or price that must be there. */
    public BigDecimal decimal(String name) {
        return fields.decimal(place(name), number(name, true));
    }

    /** A quantity or price; null when it is not there. */
    public @Nullable BigDecimal decimalIfAny(String name) {
        return fields.decimalIfAny(place(name), number(name, false));
    }

    /** An amount that must be there. */
    public Money money(String name) {
        return fields.money(place(name), number(name, true));
    }

    /** An amount; null when it is not there. */
    public @Nullable Money moneyIfAny(String name) {
        return fields.moneyIfAny(place(name), number(name, false));
    }

    /** An amount, or zero when none is stated. */
    public Money moneyOrZero(String name) {
        Money money = moneyIfAny(name);
        return money == null ? Money.zero(fields.currency()) : money;
    }

    private @Nullable String text(String name, boolean required) {
        return switch (value(name)) {
            case null -> null;
            case JsonValue.Text(var text, var line) -> present(name, text, required);
            case JsonValue other -> wrongKind(name, other, "a text in quotes", standIn(name));
        };
    }

    /** A date or a code that is of the wrong kind has been told; what stands in must read as one, or it is told twice. */
    private static String standIn(String name) {
        if (name.endsWith("Date") || name.endsWith("Dt")) {
            return "1970-01-01";
        }
        return switch (name) {
            case "currency" -> "EUR";
            case "category", "vatCategory" -> VatCategory.O.name();
            default -> STAND_IN;
        };
    }

    private @Nullable String number(String name, boolean required) {
        return switch (value(name)) {
            case null -> null;
            case JsonValue.Text(var text, var line) -> present(name, text, required);
            case JsonValue.Digits(var literal, var line) -> JsonNumbers.plain(literal);
            case JsonValue other -> wrongKind(name, other, "a number, in quotes or not", "0");
        };
    }

    private @Nullable String present(String name, String text, boolean required) {
        if (text.isBlank() && !required) {
            fields.missing(place(name), "");
            return null;
        }
        return text;
    }

    private <T> T wrongKind(String name, JsonValue value, String expected, T standIn) {
        return fields.unknown(place(name), kind(value), expected, standIn);
    }

    private static String kind(JsonValue value) {
        return switch (value) {
            case JsonValue.Members members -> "an object";
            case JsonValue.Elements elements -> "an array";
            case JsonValue.Text(var text, var line) -> "the text " + FieldReader.shown(text);
            case JsonValue.Digits(var literal, var line) -> "the number " + FieldReader.shown(literal);
            case JsonValue.Word(var word, var line) -> word;
        };
    }

    /** What is written under a path like {@code supplier/name}, for telling only: nothing is noted. */
    public @Nullable String stated(String path) {
        int end = path.indexOf('/');
        JsonValue value = value(end < 0 ? path : path.substring(0, end));
        if (end >= 0) {
            return value instanceof JsonValue.Members members
                    ? new JsonFields(file, fields, pointer, members).stated(path.substring(end + 1))
                    : null;
        }
        return switch (value) {
            case JsonValue.Text(var text, var line) -> text.isBlank() ? null : text.strip();
            case JsonValue.Digits(var literal, var line) -> JsonNumbers.plain(literal);
            case null, default -> null;
        };
    }

    /** The objects of an array, for telling only. */
    public List<JsonFields> statedObjects(String name) {
        if (!(value(name) instanceof JsonValue.Elements(var elements, var line))) {
            return List.of();
        }
        return elements.stream()
                .filter(JsonValue.Members.class::isInstance)
                .map(element -> new JsonFields(file, fields, pointer, (JsonValue.Members) element))
                .toList();
    }

    /** How many elements an array has. */
    public int count(String name) {
        return value(name) instanceof JsonValue.Elements(var elements, var line) ? elements.size() : 0;
    }
}
