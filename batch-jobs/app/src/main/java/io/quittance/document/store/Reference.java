package io.quittance.document.store;

import java.util.UUID;
import java.util.regex.Pattern;

/** How a person names a document. What is named may be there once, several times or not at all. */
public sealed interface Reference {

    /** What references look like, for messages. */
    String FORMS = "ENTITY/CONTRACTOR/NUMBER, FILE#POSITION or the id of a document";

    /** By its key; spelling of the number does not count where nothing is spelt like that. */
    record Key(String entity, String contractor, String number) implements Reference {}

    /** By where it stands: the only way to name what nobody could read. Position 0 is a whole file. */
    record Within(String file, int position) implements Reference {}

    /** By the id that {@code invoice list} tells. */
    record Id(UUID id) implements Reference {}

    /** The reference that is written, with or without {@code invoice:} before it. @throws IllegalArgumentException for none */
    static Reference of(String written) {
        String text = written.startsWith("invoice:") ? written.substring("invoice:".length()) : written;
        if (Forms.ID.matcher(text).matches()) {
            return new Id(UUID.fromString(text));
        }
        int mark = text.lastIndexOf('#');
        if (mark > 0 && Forms.POSITION.matcher(text.substring(mark + 1)).matches()) {
            return new Within(text.substring(0, mark), Integer.parseInt(text.substring(mark + 1)));
        }
        // a number may hold strokes, an entity and a contractor may not
        String[] parts = text.split("/", 3);
        if (parts.length < 3 || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
            throw new IllegalArgumentException("'" + written + "' names no document: write " + FORMS + ".");
        }
        return new Key(parts[0], parts[1], parts[2]);
    }

    /** Patterns of references. */
    final class Forms {
        private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final Pattern POSITION = Pattern.compile("[0-9]{1,9}");

        private Forms() {}
    }
}
