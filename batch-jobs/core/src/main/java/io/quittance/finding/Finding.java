package io.quittance.finding;

import io.quittance.identity.Canonical;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason, as a value. Says where, what was read, what was expected with the arithmetic, and what to do.
 *
 * @param code the rule that spoke
 * @param severity normally the code's own; configuration may raise or lower it
 * @param place where it was read, null when the reason is not in a file (a missing rate, for instance)
 * @param read what stood there, null when nothing did; never a whole account number
 * @param expected what should have stood there
 * @param message one sentence for a person, with the arithmetic
 * @param hint what to do about it
 * @param rule the id of the official rule that spoke, as its publisher names it ({@code BR-CO-15}); null when the rule is ours
 */
public record Finding(
        FindingCode code,
        Severity severity,
        @Nullable Place place,
        @Nullable String read,
        @Nullable String expected,
        String message,
        String hint,
        @Nullable String rule) {

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
    }

    /** A finding by a rule of ours. */
    public Finding(
            FindingCode code,
            Severity severity,
            @Nullable Place place,
            @Nullable String read,
            @Nullable String expected,
            String message,
            String hint) {
        this(code, severity, place, read, expected, message, hint, null);
    }

    /** A finding with the severity and the hint of its code. */
    public static Finding of(
            FindingCode code, @Nullable Place place, @Nullable String read, @Nullable String expected, String message) {
        return new Finding(code, code.severity(), place, read, expected, message, code.hint());
    }

    /** A finding about no particular place. */
    public static Finding of(FindingCode code, String message) {
        return of(code, null, null, null, message);
    }

    /** The same finding with another effect. */
    public Finding with(Severity other) {
        return new Finding(code, other, place, read, expected, message, hint, rule);
    }

    /** The id that people look up: the official one where the rule is official, else ours. */
    public String printedId() {
        return rule == null ? code.id() : rule;
    }

    /** The same with another hint than that of its code: what to do in this case. */
    public Finding withHint(String whatToDo) {
        return new Finding(code, severity, place, read, expected, message, whatToDo, rule);
    }

    /**
     * What a person who overrules it has seen: 64 hexadecimal digits over rule, field, what was read and expected, and the sentence.
     * Where any of it changes, it is another finding. Neither the file nor the effect counts.
     */
    public String fingerprint() {
        return HexFormat.of()
                .formatHex(Canonical.form("quittance-finding/1")
                        .text(code.id())
                        .text(rule)
                        .text(place == null ? null : place.field())
                        .text(read)
                        .text(expected)
                        .text(message)
                        .toBytes());
    }

    @Override
    public String toString() {
        return code.id() + (rule == null ? "" : " " + rule) + " " + severity + (place == null ? "" : " " + place) + ": "
                + message;
    }
}
