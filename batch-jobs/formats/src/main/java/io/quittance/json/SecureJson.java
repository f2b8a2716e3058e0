package io.quittance.json;

import io.quittance.finding.FindingCode;
import io.quittance.text.StrictUtf8Reader;
import io.quittance.text.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes strict JSON parsers: RFC 8259 in UTF-8 and nothing else, no name twice in an object, within limits. Extensions of the
 * parser (comments, NaN, single quotes, leading zeros) are off unless they are switched on, and here none is.
 */
final class SecureJson {

    private static final int SAID = 200;

    private SecureJson() {}

    static JsonParser parser(InputStream in, JsonLimits limits) throws IOException {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.textChars())
                .maxNameLength(JsonLimits.NAME_CHARS)
                .maxNumberLength(JsonLimits.NUMBER_CHARS)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        try {
            return factory.createParser(ObjectReadContext.empty(), new StrictUtf8Reader(in, limits.bytes()));
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    /**
     * What the parser said, with line and column.
     *
     * @throws UncheckedIOException when it was the disk that failed and not the text
     */
    static UnreadableException refusal(JacksonException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return unreadable;
            }
            if (cause instanceof IOException fault) {
                throw new UncheckedIOException("Cannot read the JSON text", fault);
            }
        }
        var at = refusal.getLocation();
        long line = at == null ? 0 : Math.max(0, at.getLineNr());
        long column = at == null ? 0 : Math.max(0, at.getColumnNr());
        return refusal instanceof StreamConstraintsException
                ? new UnreadableException(
                        FindingCode.FILE_TOO_LARGE, line, column, "a JSON text within the limits", said(refusal))
                : new UnreadableException(
                        FindingCode.FILE_UNREADABLE, line, column, "JSON (RFC 8259), each name once", said(refusal));
    }

    /** The first sentence, without what cannot be seen: it may quote the text. */
    private static String said(JacksonException refusal) {
        @Nullable String message = refusal.getOriginalMessage();
        String seen = String.valueOf(message).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ");
        return seen.length() <= SAID ? seen : seen.substring(0, SAID) + "…";
    }
}
