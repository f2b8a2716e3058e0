package io.quittance.text;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file cannot be read any further. It is an {@link IOException} so that it passes through parsers; whoever opened the
 * file turns it into a {@link Finding}. It is never thrown for one bad document among good ones.
 */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final long line;
    private final long column;
    private final @Nullable String expected;

    /**
     * @param code {@link FindingCode#FILE_UNREADABLE} or {@link FindingCode#FILE_TOO_LARGE}, normally
     * @param line 1-based, 0 when the whole file is meant
     * @param column 1-based, 0 when the whole line is meant
     */
    public UnreadableException(FindingCode code, long line, long column, @Nullable String expected, String message) {
        super(message);
        this.code = code;
        this.line = line;
        this.column = column;
        this.expected = expected;
    }

    /** The whole file is larger than it may be. */
    public static UnreadableException tooLarge(String what, long limit, long line, long column) {
        String most = "at most " + limit + " " + what;
        return new UnreadableException(
                FindingCode.FILE_TOO_LARGE, line, column, most, "there are more than " + limit + " " + what);
    }

    /** As a value, once the name of the file is known. */
    public Finding finding(String file) {
        String at = column > 0 ? "column " + column + ": " : "";
        return Finding.of(code, Place.of(file, line), null, expected, at + getMessage());
    }
}
