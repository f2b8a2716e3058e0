package io.quittance.json;

import java.util.Iterator;
import java.util.Map;

/** Writes a value again as a person would correct it: one member a line, numbers as they were written. */
public final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** The value as a JSON text, with a line end after it. */
    public static String of(JsonValue value) {
        var text = new JsonText();
        text.value(value, "\n");
        return text.out.append('\n').toString();
    }

    private void value(JsonValue value, String newLine) {
        switch (value) {
            case JsonValue.Members(var members, var line) -> members(members, newLine);
            case JsonValue.Elements(var elements, var line) -> elements(elements, newLine);
            case JsonValue.Text(var text, var line) -> quoted(text);
            case JsonValue.Digits(var literal, var line) -> out.append(literal);
            case JsonValue.Word(var word, var line) -> out.append(word);
        }
    }

    private void members(Map<String, JsonValue> members, String newLine) {
        out.append('{');
        for (Iterator<Map.Entry<String, JsonValue>> each = members.entrySet().iterator(); each.hasNext(); ) {
            var member = each.next();
            out.append(newLine).append("  ");
            quoted(member.getKey());
            out.append(": ");
            value(member.getValue(), newLine + "  ");
            out.append(each.hasNext() ? "," : newLine);
        }
        out.append('}');
    }

    private void elements(Iterable<JsonValue> elements, String newLine) {
        out.append('[');
        for (Iterator<JsonValue> each = elements.iterator(); each.hasNext(); ) {
            out.append(newLine).append("  ");
            value(each.next(), newLine + "  ");
            out.append(each.hasNext() ? "," : newLine);
        }
        out.append(']');
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                out.append(String.format("\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
