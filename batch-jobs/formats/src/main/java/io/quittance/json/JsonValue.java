package io.quittance.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of a JSON text and the 1-based line where it begins. Numbers stay as they were written: nothing is rounded. */
public sealed interface JsonValue {

    long line();

    /** An object. Its members are in the order they were written; a name stands once, or the file was refused. */
    record Members(Map<String, JsonValue> members, long line) implements JsonValue {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record Elements(List<JsonValue> elements, long line) implements JsonValue {
        public Elements {
            elements = Collections.unmodifiableList(new ArrayList<>(elements));
        }
    }

    /** A text. It has no unpaired surrogate. */
    record Text(String text, long line) implements JsonValue {}

    /** A number as written: {@code 5000.00}, {@code 1e3}. */
    record Digits(String literal, long line) implements JsonValue {}

    /** {@code true}, {@code false} or {@code null}. */
    record Word(String word, long line) implements JsonValue {
        public boolean isNull() {
            return word.equals("null");
        }
    }
}
