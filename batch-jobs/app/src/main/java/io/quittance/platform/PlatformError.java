package io.quittance.platform;

import org.jspecify.annotations.Nullable;

/**
 * Something around the program is not as it must be. Not a bug: a person can put it right, and {@link #remedy()} says how.
 */
public abstract class PlatformError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String remedy;

    /**
     * @param exitCode what the command ends with, by the table of exit codes
     * @param problem one sentence: what is wrong, and where
     * @param remedy one sentence: what to do
     */
    protected PlatformError(int exitCode, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.exitCode = exitCode;
        this.remedy = remedy;
    }

    /** What the command ends with, by the table of exit codes. */
    public int exitCode() {
        return exitCode;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
