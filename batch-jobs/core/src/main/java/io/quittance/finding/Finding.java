package io.quittance.finding;

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
 */
public record Finding(
        FindingCode code,
        Severity severity,
        @Nullable Place place,
        @Nullable String read,
        @Nullable String expected,
        String message,
        String hint) {

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
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

    /** The same with another hint than that of its code: what to do in this case. */
    public Finding withHint(String whatToDo) {
        return new Finding(code, severity, place, read, expected, message, whatToDo);
    }

    @Override
    public String toString() {
        return code.id() + " " + severity + (place == null ? "" : " " + place) + ": " + message;
    }
}
