package io.quittance.json;

import io.quittance.finding.FindingCode;
import io.quittance.text.UnreadableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The documents of a JSON file, one in memory at a time: its root, or each element when the root is an array. */
public final class JsonDocuments implements Closeable {

    private final InputStream in;
    private final JsonParser parser;
    private final JsonLimits limits;
    private final boolean array;
    private boolean ended;
    private int chars;

    /** @throws UnreadableException when the root is neither an object nor an array */
    public JsonDocuments(InputStream in, JsonLimits limits) throws IOException {
        this.in = in;
        this.limits = limits;
        this.parser = SecureJson.parser(in, limits);
        JsonToken first = nextToken();
        if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
            throw refused("an object or an array", "the text is a single value");
        }
        array = first == JsonToken.START_ARRAY;
    }

    /** Whether the root is an array, so that its documents have a number in their pointers. */
    public boolean isArray() {
        return array;
    }

    /**
     * The next document; null at the end, which is the end of the file: after the root nothing may follow.
     *
     * @throws UnreadableException with line and column at the first thing that is no JSON
     */
    public @Nullable JsonValue next() throws IOException {
        if (ended) {
            return null;
        }
        chars = 0;
        try {
            JsonToken token = array ? parser.nextToken() : parser.currentToken();
            if (array && token == JsonToken.END_ARRAY) {
                end();
                return null;
            }
            JsonValue document = value(token);
            if (!array) {
                end();
            }
            return document;
        } catch (JacksonException e) {
            throw SecureJson.refusal(e);
        }
    }

    private void end() throws UnreadableException {
        ended = true;
        if (parser.nextToken() != null) {
            throw refused("the end of the file", "something follows after the end of the JSON text");
        }
    }

    private JsonValue value(@Nullable JsonToken token) throws UnreadableException {
        long line = parser.currentTokenLocation().getLineNr();
        count(JsonLimits.CHARS_OF_A_VALUE);
        return switch (token) {
            case START_OBJECT -> members(line);
            case START_ARRAY -> elements(line);
            case VALUE_STRING -> new JsonValue.Text(text(parser.getString()), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(text(parser.getString()), line);
            case VALUE_TRUE -> new JsonValue.Word("true", line);
            case VALUE_FALSE -> new JsonValue.Word("false", line);
            case VALUE_NULL -> new JsonValue.Word("null", line);
            case null, default -> throw refused("a value", "the text ends too early");
        };
    }

    private JsonValue members(long line) throws UnreadableException {
        var members = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = text(parser.currentName());
            members.put(name, value(parser.nextToken()));
        }
        return new JsonValue.Members(members, line);
    }

    private JsonValue elements(long line) throws UnreadableException {
        var elements = new ArrayList<JsonValue>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token));
        }
        return new JsonValue.Elements(elements, line);
    }

    private String text(String text) throws UnreadableException {
        count(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (!Character.isHighSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                throw refused("Unicode text", String.format("there is half a character, U+%04X", (int) c));
            }
            i++;
        }
        return text;
    }

    private void count(int more) throws UnreadableException {
        chars += more;
        if (chars > limits.documentChars()) {
            var at = parser.currentTokenLocation();
            throw UnreadableException.tooLarge(
                    "characters in one document", limits.documentChars(), at.getLineNr(), at.getColumnNr());
        }
    }

    private JsonToken nextToken() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw refused("an object or an array", "the text is empty");
            }
            return token;
        } catch (JacksonException e) {
            throw SecureJson.refusal(e);
        }
    }

    private UnreadableException refused(String expected, String message) {
        var at = parser.currentTokenLocation();
        return new UnreadableException(
                FindingCode.FILE_UNREADABLE,
                Math.max(0, at.getLineNr()),
                Math.max(0, at.getColumnNr()),
                expected,
                message);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
