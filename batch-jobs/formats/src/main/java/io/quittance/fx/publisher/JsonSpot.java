package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.json.JsonValue;
import io.quittance.table.TableError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a JSON text and the way to it. What is not as the format says is a {@link TableError} with line and
 * pointer.
 *
 * @param pointer RFC 6901, empty for the root
 */
record JsonSpot(String file, String pointer, JsonValue value) {

    Place place() {
        return new Place(file, value.line(), pointer.isEmpty() ? null : pointer);
    }

    /** Whether it is an object that has this member. */
    boolean has(String name) {
        return value instanceof JsonValue.Members members && members.members().containsKey(name);
    }

    /** Whether it is an array whose first element has this member. */
    boolean firstHas(String name) {
        return value instanceof JsonValue.Elements
                && !elements().isEmpty()
                && elements().getFirst().has(name);
    }

    /** A member that must be there. */
    JsonSpot at(String name) {
        JsonSpot member = find(name);
        if (member == null) {
            throw new TableError(place(), "there is no \"%s\" in it".formatted(name));
        }
        return member;
    }

    /** A member, null where there is none. */
    @Nullable
    JsonSpot find(String name) {
        JsonValue member =
                value instanceof JsonValue.Members members ? members.members().get(name) : null;
        return member == null ? null : new JsonSpot(file, pointer + "/" + name, member);
    }

    /** The names of the members, in order. */
    List<String> names() {
        return value instanceof JsonValue.Members members
                ? List.copyOf(members.members().keySet())
                : List.of();
    }

    /** The elements of an array. */
    List<JsonSpot> elements() {
        if (!(value instanceof JsonValue.Elements array)) {
            throw new TableError(place(), "an array was expected");
        }
        var spots = new ArrayList<JsonSpot>(array.elements().size());
        for (JsonValue element : array.elements()) {
            spots.add(new JsonSpot(file, pointer + "/" + spots.size(), element));
        }
        return spots;
    }

    /** A text, or a number as it was written. */
    String text() {
        return switch (value) {
            case JsonValue.Text(var text, var line) -> text;
            case JsonValue.Digits(var literal, var line) -> literal;
            case JsonValue.Members members -> throw noText();
            case JsonValue.Elements elements -> throw noText();
            case JsonValue.Word word -> throw noText();
        };
    }

    boolean isNull() {
        return value instanceof JsonValue.Word word && word.isNull();
    }

    private TableError noText() {
        return new TableError(place(), "a text or a number was expected");
    }
}
