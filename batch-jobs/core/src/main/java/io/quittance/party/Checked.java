package io.quittance.party;

import java.util.Optional;

/** What became of a text that should be an identifier: the identifier, or the reason in words why it is none. */
public sealed interface Checked<T> {

    /** It is one. */
    record Good<T>(T value) implements Checked<T> {}

    /**
     * It is none.
     *
     * @param reason in words, without the text itself, so that it may be logged
     */
    record Bad<T>(String reason) implements Checked<T> {}

    /** The identifier, if it is one. */
    default Optional<T> found() {
        return switch (this) {
            case Good<T> good -> Optional.of(good.value());
            case Bad<T> bad -> Optional.empty();
        };
    }

    /** Why it is none; empty when it is one. */
    default Optional<String> fault() {
        return switch (this) {
            case Good<T> good -> Optional.empty();
            case Bad<T> bad -> Optional.of(bad.reason());
        };
    }

    /**
     * The identifier.
     *
     * @throws IllegalArgumentException with the reason when it is none
     */
    default T orThrow() {
        return switch (this) {
            case Good<T> good -> good.value();
            case Bad<T> bad -> throw new IllegalArgumentException(bad.reason());
        };
    }
}
