package io.quittance.stage;

import io.quittance.platform.PlatformError;

/**
 * A sum or an invariant is wrong: the command stops before anything else leaves, exit code 20, and a person must look. Never
 * tried again by itself.
 */
public final class Broken extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int EXIT_CODE = 20;

    /** @param problem which figure is wrong, and against which other one */
    public Broken(String problem) {
        this(problem, "Find out why before you go on.");
    }

    /** @param remedy what a person can do; only who throws knows whether anything left before */
    public Broken(String problem, String remedy) {
        super(EXIT_CODE, problem, remedy, null);
    }

    /** The same, told by somebody who knows that nothing has left yet. */
    public Broken beforeAnythingLeft() {
        Broken told = new Broken(String.valueOf(getMessage()), "Nothing left. " + remedy());
        told.setStackTrace(getStackTrace());
        return told;
    }
}
